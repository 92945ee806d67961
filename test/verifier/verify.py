#!/usr/bin/env python3
"""A second implementation of par-index, written from docs/format.md alone, with Python's standard library only.

    python3 test/verifier/verify.py [file of vectors or of one record ...]

It scores the rounds, verifies the records and re-scores the one-line vectors in the files given (without any, those in
test/conformance/), prints every disagreement, and ends with the line "N of M vectors agreed". It takes for granted that
criteria sets and rounds have no errors: it judges scores, not files. The numbers in headings and comments are the
sections of that page.
"""

import hashlib
import json
import re
import sys
import unicodedata
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]

# --------------------------------------------------------------------------------- 1 Values: numbers as text, rounding

def exact_text(number):
    """A decimal in shortest form where the fraction terminates in base ten, otherwise the reduced fraction."""
    number = Fraction(number)
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{number.numerator}/{number.denominator}"
    return rounded_text(number, max(twos, fives), "down")

def round_to(number, places, mode):
    """The number rounded once, by integer quotient and remainder."""
    scale = 10**places
    quotient, remainder = divmod(abs(number.numerator) * scale, number.denominator)
    twice = 2 * remainder
    above = {
        "down": False,
        "up": remainder > 0,
        "half-up": twice >= number.denominator,
        "half-even": twice > number.denominator or (twice == number.denominator and quotient % 2 == 1),
    }[mode]
    amount = Fraction(quotient + above, scale)
    return -amount if number < 0 else amount

def rounded_text(number, places, mode):
    amount = round_to(Fraction(number), places, mode)
    digits = str(abs(amount.numerator) * 10**places // amount.denominator).rjust(places + 1, "0")
    sign = "-" if amount < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)

def code_units(string):
    """The key that sorts texts by UTF-16 code unit."""
    return string.encode("utf-16-be")

# ---------------------------------------------------------------------------------------- 2 Canonical form and digests

def canonical(value):
    if isinstance(value, dict):
        members = (canonical(key) + ":" + canonical(value[key]) for key in sorted(value, key=code_units))
        return "{" + ",".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)  # Python's escapes of texts are just those of RFC 8785
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) < 2**53:
        return str(value)
    raise ValueError(f"no canonical form: {value!r}")

def sha256(data):
    return hashlib.sha256(data).digest()

def digest(value):
    return sha256(canonical(value).encode("utf-8")).hex()

def merkle_root(leaves):
    """RFC 6962, section 2.1."""
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0])
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\x01" + merkle_root(leaves[:split]) + merkle_root(leaves[split:]))

# ------------------------------------------------------------------ 3, 4, 5 Reading: from values as written to as read

SPACES = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
DECIMALS = {
    *("maxPoints", "points", "cap", "weight", "percent", "from", "above", "upTo", "below", "zeroBelow", "fullFrom"),
    *("each", "step", "floor", "value", "max", "min"),
}
IS_DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")  # `from` and `below` are days elsewhere
STAGES = ["self", "first", "second", "final", "correction"]

def load(text):
    """JSON, its numbers with a point or an exponent kept exactly."""
    return json.loads(text, parse_float=Fraction)

def plain(value, key=None, facts=False):
    """1: the types of values. What is a decimal is told by its key; a percentage in facts keeps its printed digits."""
    if isinstance(value, dict):
        members = ((name, value[name]) for name in value if name != "$schema")
        return {name: plain(member, name, facts or name == "facts") for name, member in members}
    if isinstance(value, list):
        return [plain(member, key, facts) for member in value]
    if isinstance(value, str):
        value = unicodedata.normalize("NFC", value).strip(SPACES)
        is_decimal = key in DECIMALS and not (facts and key == "percent") and IS_DECIMAL.fullmatch(value)
        return exact_text(Fraction(value)) if is_decimal else value
    if isinstance(value, (int, Fraction)) and not isinstance(value, bool):
        return exact_text(value) if key in DECIMALS else int(value)
    return value

def by(*names):
    return lambda value: [code_units(value.get(name, "")) for name in names]

def defaults(value, **members):
    """Sets what is absent, and gives the value."""
    for key, default in members.items():
        value.setdefault(key, default)
    return value

def read_set(value):
    """3: a criteria set as read."""
    value = defaults(
        plain(value), isFramework=False, decisions=[], totals={}, sources=[], kinds=[], bonus={}, penalty={},
        policies={}, grades=[], ranking={}, calendar=[], exemptions=[],
    )
    defaults(value["bonus"], lines=[])
    defaults(value["penalty"], lines=[])
    defaults(
        value["policies"], rounding={}, unanswered="zero", silence="accept", missing="unranked", late={"kind": "flag"},
        openFindings="warn", limits={"max": "100", "min": "0"},
    )
    defaults(value["policies"]["rounding"], places=2, mode="half-up", items=False)
    for breaker in defaults(value["ranking"], on="published", ties="skip", tieBreakers=[])["tieBreakers"]:
        defaults(breaker, exact=False)
    value["decisions"].sort(key=by("id"))
    value["kinds"].sort(key=by("id"))
    for key in ("respondents", "scales"):
        value.get("survey", {}).get(key, []).sort(key=by("id"))
    for exemption in value["exemptions"]:
        exemption["items"].sort(key=code_units)
    value["exemptions"].sort(key=lambda it: (code_units(it["kind"]), code_units("\n".join(it["items"]))))
    read_items(value)
    return value

def read_items(value):
    """3.3: ids and defaults of the tree, in place."""
    kinds, found = {source["id"]: source["kind"] for source in value["sources"]}, []

    def walk(nodes, above):
        for node in nodes:
            found.append((node, [*above, node["number"].lower()]))
            walk(node.get("items", []), found[-1][1])

    walk(value["items"], [])
    numbers = Counter(path[-1] for _, path in found)
    for node, path in found:
        defaults(node, id=path[-1] if numbers[path[-1]] == 1 else "/".join(path))
        node.get("replaces", []).sort(key=code_units)
        if "rule" in node:
            if kinds[node["source"]] == "appraisal" and defaults(node, scoredBy="unit")["scoredBy"] == "unit":
                defaults(node, evidence="required")
            if node.get("notApplicable") is True:
                node["notApplicable"] = value["policies"]["notApplicable"]
            for example in node.get("examples", []):
                order_facts(node["rule"], example["facts"])

def order_facts(rule, facts):
    """4: parts and breaches as read stand in the order of the rule."""
    if rule["kind"] == "checklist":
        facts["parts"].sort(key=[part["id"] for part in rule["parts"]].index)
    if rule["kind"] == "deduction":
        order = [breach["id"] for breach in rule["breaches"]]
        facts["breaches"].sort(key=lambda entry: order.index(entry["breach"]))

def replay_order(entry):
    """6.3: by stage, `explain` after the others, date, decision number."""
    number = entry.get("decision", {}).get("number", "")
    return STAGES.index(entry["stage"]), entry["kind"] == "explain", entry["date"], code_units(number)

def read_round(value, plan):
    """5: a round as read."""
    value = defaults(plain(value), tally={}, **{key: [] for key in ROUND_LISTS})
    item_order = lambda entry: plan.order[entry["item"]]
    on_item = lambda entry: (code_units(entry["unit"]), item_order(entry))
    for unit in value["units"]:
        defaults(unit, kinds=[])["kinds"].sort(key=code_units)
        unit.get("replaces", []).sort(key=by("unit", "since"))
    for council in value["councils"]:
        council["units"].sort(key=code_units)
        for role in council["roles"]:
            defaults(role, holders=[])["decides"].sort(key=STAGES.index)
    for assessment in value["selfAssessments"]:
        assessment["answers"] = sorted((it for it in assessment["answers"] if not is_blank(it)), key=item_order)
        for answer in assessment["answers"]:
            answer.pop("asks", None)
    for entry in value["ledger"]:
        defaults(entry, findings=[])["findings"].sort(key=code_units)
    answers = [answer for assessment in value["selfAssessments"] for answer in assessment["answers"]]
    for entry in answers + value["ledger"]:
        defaults(entry, evidence=[])["evidence"].sort(key=evidence_order)
    for entry in answers + value["ledger"] + value["statistics"]:
        if "facts" in entry:
            order_facts(plan.rules[entry["item"]], entry["facts"])
    read_tally(value["tally"])
    groups, deadlines = ([entry["id"] for entry in plan.set[key]] for key in ("groups", "calendar"))
    orders = {
        "units": by("id"), "councils": by("id"), "selfAssessments": by("unit"),
        "statistics": on_item, "targets": on_item,
        "ledger": lambda it: (*on_item(it), *replay_order(it)),
        "acts": lambda it: (code_units(it["council"]), STAGES.index(it["stage"])),
        "surveyNotHeld": lambda it: groups.index(it["group"]),
        "findings": lambda it: (*on_item(it), code_units(it["id"])),
        "extensions": lambda it: (code_units(it["unit"]), deadlines.index(it["deadline"])),
    }
    for key, order in orders.items():
        value[key].sort(key=order)
    return value

ROUND_LISTS = "councils selfAssessments ledger acts surveyNotHeld statistics targets findings extensions".split()

def evidence_order(document):
    return code_units("\n".join(document.get(key, "") for key in "date number issuer section page title".split()))

def is_blank(answer):
    """5.3: an answer of a blank form that nobody filled in."""
    unfilled = lambda row: isinstance(row, dict) and None in row.values()
    rows = lambda fact: isinstance(fact, list) and fact and all(map(unfilled, fact))
    filled = any(answer.get(key) for key in ("notApplicable", "points", "explanation", "evidence"))
    return not filled and "facts" in answer and all(it is None or rows(it) for it in answer["facts"].values())

def read_tally(tally):
    """5.5: sorted, without counts of 0."""
    counted = lambda values, key: sorted((it for it in values if it["count"] > 0), key=by(key))
    defaults(tally, batches=[], counts=[], invalid=[])["batches"].sort(key=code_units)
    tally["invalid"] = counted(tally["invalid"], "code")
    tally["counts"].sort(key=by("unit", "questionnaire"))
    for entry in tally["counts"]:
        entry["invalid"] = counted(defaults(entry, invalid=[], questions=[])["invalid"], "code")
        for question in entry["questions"]:
            question["options"] = counted(question.get("options", []), "option")
        entry["questions"] = sorted((it for it in entry["questions"] if it["options"]), key=by("question"))

class Plan:
    """A criteria set as read, with what scoring looks up."""

    def __init__(self, value):
        self.set, self.digest = value, digest(value)
        self.leaves, self.nodes = [], []  # leaves in order; inner nodes with the range of their leaves

        def walk(nodes):
            for node in nodes:
                if "items" in node:
                    mine = len(self.nodes)
                    self.nodes.append((node, len(self.leaves)))
                    walk(node["items"])
                    self.nodes[mine] += (len(self.leaves),)
                else:
                    self.leaves.append(node)

        walk(value["items"])
        self.lines = value["bonus"]["lines"] + value["penalty"]["lines"]
        self.rules = {entry["id"]: entry["rule"] for entry in self.leaves + self.lines}
        self.maximum = {leaf["id"]: Fraction(leaf["maxPoints"]) for leaf in self.leaves}
        self.order = {entry["id"]: at for at, entry in enumerate(self.leaves + self.lines)}
        self.source_kind = {source["id"]: source["kind"] for source in value["sources"]}
        self.policies, self.rounding = value["policies"], value["policies"]["rounding"]

    def round(self, number):
        return round_to(number, self.rounding["places"], self.rounding["mode"])

    def publish(self, number):
        return rounded_text(number, self.rounding["places"], self.rounding["mode"])

    def item_points(self, number):
        """7.1: Rounded(x)."""
        return self.round(number) if self.rounding["items"] else number

def form_of(rule):
    """Which facts a rule has."""
    return rule["of"] if rule["kind"] in ("bands", "relative") else rule["kind"]

# ---------------------------------------------------------------------------------------- 4 What a rule gives to facts

def is_empty_claim(rule, facts):
    return rule.get("empty") == "not-applicable" and facts.get("denominator") == 0

def amount(facts):
    """A of 6.7, and the share of a ratio."""
    return Fraction(facts["count"]) if "count" in facts else Fraction(facts["numerator"], facts["denominator"])

def rule_points(rule, facts, maximum, plan):
    """The exact points; `maximum` is None on a line. Not for survey and relative rules, nor for an empty claim."""
    at_most = lambda points: points if maximum is None else min(points, maximum)
    kind = rule["kind"]
    if kind == "choice":
        return next(Fraction(entry["points"]) for entry in rule["options"] if entry["id"] == facts["choice"])
    if kind == "checklist":
        return at_most(sum((Fraction(p["points"]) for p in rule["parts"] if p["id"] in facts["parts"]), Fraction(0)))
    if kind == "count":
        return at_most(Fraction(rule["each"]) * facts["count"])
    if kind == "deduction":
        cost = {entry["id"]: Fraction(entry["points"]) for entry in rule["breaches"]}
        taken = sum(cost[entry["breach"]] * entry["count"] for entry in facts["breaches"])
        return max(maximum - taken, Fraction(rule.get("floor", 0)))
    if kind == "direct":
        return Fraction(facts["points"])
    if facts.get("denominator") == 0:
        return maximum if rule["empty"] == "full" else Fraction(0)
    if kind == "bands":
        return band_points(rule, band_value(rule, facts, plan), maximum)
    share = Fraction(facts["percent"]) / 100 if kind == "percent" else amount(facts)
    if share < Fraction(rule.get("zeroBelow", 0)) / 100:
        return Fraction(0)
    return maximum if share >= Fraction(rule.get("fullFrom", 100)) / 100 else maximum * share

def band_value(rule, facts, plan):
    if rule["of"] == "number":
        return Fraction(facts["value"])
    value = Fraction(facts["percent"]) if rule["of"] == "percent" else amount(facts) * 100
    return round_to(value, rule["percentPlaces"], plan.rounding["mode"]) if "percentPlaces" in rule else value

def band_points(rule, value, maximum):
    for entry in rule["bands"]:
        bound = {key: Fraction(entry[key]) for key in ("from", "above", "upTo", "below") if key in entry}
        if (
            value >= bound.get("from", value)
            and ("above" not in bound or value > bound["above"])
            and value <= bound.get("upTo", value)
            and ("below" not in bound or value < bound["below"])
        ):
            return band_gives(entry, value, maximum)
    raise ValueError(f"in no band: {value}")

def band_gives(entry, value, maximum):
    return maximum * value / 100 if entry.get("share") else Fraction(entry["points"])

def rule_floor(rule, maximum):
    """The least that the rule can give."""
    if rule["kind"] == "choice":
        return min(Fraction(entry["points"]) for entry in rule["options"])
    if rule["kind"] == "bands":
        return min(
            band_gives(entry, Fraction(bound), maximum)
            for entry in rule["bands"]
            for bound in (entry.get("from", entry.get("above", 0)), entry.get("upTo", entry.get("below", 100)))
        )
    return Fraction(rule.get("floor", 0))

# ------ 6 What stands. A standing is (kind, value, reason): facts, points, share, not-applicable, unanswered, pending.

class Standings:
    """What stands for one unit before the points."""

    def __init__(self, unit, leaves=None, lines=None, late=0, unscored=None, self_claims=None):
        self.unit, self.leaves, self.lines, self.late, self.unscored = unit, leaves, lines, late, unscored
        self.claims = self_claims or {}  # item: what the self-assessment claims
        self.targets, self.relative = {}, []

def within(entry, until):
    if until is None:
        return True
    if until in STAGES:
        return STAGES.index(entry["stage"]) <= STAGES.index(until)
    return entry["date"] <= until

def late_days(plan, assessment, extensions):
    """6: the days after the unit's own last day, else the calendar's."""
    last = None
    for deadline in plan.set["calendar"]:
        if deadline["id"] == "self-assessment":
            last = date.fromisoformat(deadline.get("by") or deadline["before"])
            last -= timedelta(days="before" in deadline)
    for extension in extensions:
        if extension["deadline"] == "self-assessment":
            last = date.fromisoformat(extension["by"])
    if last is None or "submitted" not in assessment:
        return 0
    return max(0, (date.fromisoformat(assessment["submitted"]) - last).days)

def claim_of(rule, value, entry):
    """6.1: as a standing, ('claim', …) for a claim that the item does not apply, or None."""
    if "notApplicable" in value:
        return ("claim", None, None)
    if "facts" in value:
        return ("claim", None, None) if is_empty_claim(rule, value["facts"]) else ("facts", value["facts"], None)
    if entry and "points" in value:
        return ("points", Fraction(value["points"]), None)
    return None

COUNCIL = ("not-applicable", None, "council")

def granted(claim):
    return COUNCIL if claim[0] == "claim" else claim

def opening(leaf, answer, claim, exempt):
    """6.2."""
    if exempt:
        return ("not-applicable", None, "register")
    if leaf["scoredBy"] == "appraiser":
        return ("pending", None, "appraiser")
    if claim is None:
        return ("unanswered", None, "no-answer")
    if claim[0] == "claim":
        return ("pending", None, "claim")
    evidence = leaf["evidence"]
    proven = evidence == "none" or answer["evidence"] or (evidence == "or-explanation" and "explanation" in answer)
    return claim if proven else ("unanswered", None, "no-evidence")

def replay(plan, leaf, value, claim, decided, entries, until):
    """6.3."""
    returned = False
    for entry in entries:
        kind = entry["kind"]
        proposed = claim_of(leaf["rule"], entry, True)
        if kind == "explain":
            claim = proposed or claim
        elif kind == "return":
            returned = True
        elif kind == "uphold":
            returned = False
        elif kind == "not-applicable":
            value, returned, decided = COUNCIL, False, True
        elif kind == "adjust":
            value, returned, decided = granted(proposed), False, True
        elif kind == "accept" and claim:
            value, returned, decided = granted(claim), False, True
    if returned:
        return ("pending", None, "return")
    if decided or until == "self" or plan.policies["silence"] == "accept":
        return value
    return ("pending", None, "silence") if value[0] in ("facts", "points") else value

def survey_standing(plan, round_, unit, leaf):
    """6.5."""
    survey, weights = plan.set["survey"], plan.set["survey"]["combine"] == "weights"
    pending = ("pending", None, "survey")
    if any(entry["group"] == unit["group"] for entry in round_["surveyNotHeld"]):
        return {
            "rescale": ("not-applicable", None, "survey-not-held"),
            "zero": ("share", Fraction(0), "survey-not-held"),
            "pending": pending,
        }[survey["notHeld"]]
    worth_of = {
        scale["id"]: {o["id"]: Fraction(o["percent"]) for o in scale["options"] if "percent" in o}
        for scale in survey["scales"]
    }
    forms = []  # (questionnaire, its questions on the leaf)
    for questionnaire in survey["questionnaires"]:
        asked = [question for question in questionnaire["questions"] if question["item"] == leaf["id"]]
        if asked and unit["group"] in questionnaire["judges"]:
            forms.append((questionnaire, asked))
    counts = {entry["questionnaire"]: entry for entry in round_["tally"]["counts"] if entry["unit"] == unit["id"]}
    respondents = [r for r in survey["respondents"] if any(f["respondents"] == r["id"] for f, _ in forms)]
    asked_of = {
        r["id"]: list(dict.fromkeys(q["id"] for f, asked in forms if f["respondents"] == r["id"] for q in asked))
        for r in respondents
    }
    if all(len(asked) == 1 for asked in asked_of.values()):  # one question, under each group's own id
        questions = [{group: asked[0] for group, asked in asked_of.items()}] if asked_of else []
    else:
        distinct = dict.fromkeys(question["id"] for _, asked in forms for question in asked)
        questions = [{group: id_ for group, asked in asked_of.items() if id_ in asked} for id_ in distinct]

    def answers(group, id_):
        valid, worth = 0, Fraction(0)
        for questionnaire, asked in forms:
            if questionnaire["respondents"] == group:
                for question in (question for question in asked if question["id"] == id_):
                    percent = worth_of[question["scale"]]
                    for counted in counts.get(questionnaire["id"], {}).get("questions", []):
                        for chosen in counted["options"] if counted["question"] == id_ else []:
                            if chosen["option"] in percent:
                                valid += chosen["count"]
                                worth += chosen["count"] * percent[chosen["option"]]
        return valid, worth

    shares, empty = [], False
    for groups in questions:
        weight_sum, share_sum = Fraction(0), Fraction(0)
        for respondent in respondents:
            if respondent["id"] in groups:
                valid, worth = answers(respondent["id"], groups[respondent["id"]])
                empty = empty or (weights and valid == 0)
                if valid > 0:  # pooled: each group weighs as many as its valid answers
                    weight = Fraction(respondent.get("weight", 1)) if weights else Fraction(valid)
                    weight_sum, share_sum = weight_sum + weight, share_sum + weight * worth / (100 * valid)
        shares.append(share_sum / weight_sum if weight_sum else None)

    def forms_in(questionnaire):
        return counts.get(questionnaire["id"], {}).get("forms", 0)

    def is_short(questionnaire):
        group_forms = sum(forms_in(f) for f, _ in forms if f["respondents"] == questionnaire["respondents"])
        return forms_in(questionnaire) < questionnaire["leastForms"] and not (weights and group_forms == 0)

    if not shares or None in shares or (empty and survey["emptyGroup"] == "pending"):
        return pending
    if any(is_short(questionnaire) for questionnaire, _ in forms):
        return pending if survey["belowLeast"] == "pending" else ("share", Fraction(0), "below-least")
    return ("share", sum(shares) / len(shares), None)

def stand(plan, round_, unit, until):
    """6, but for the relative leaves of 6.7."""
    own = lambda key: [entry for entry in round_[key] if entry["unit"] == unit["id"]]
    assessment = next(iter(own("selfAssessments")), None)
    late = late_days(plan, assessment, own("extensions")) if assessment else 0
    refused = late > 0 and plan.policies["late"]["kind"] == "refuse"
    if refused:
        assessment = None
    if (
        assessment is None
        and plan.policies["missing"] == "unranked"
        and any(leaf.get("scoredBy") == "unit" for leaf in plan.leaves)
    ):
        return Standings(unit, unscored="late" if refused else "no-self-assessment")
    answers = {answer["item"]: answer for answer in assessment["answers"]} if assessment else {}
    statistics = {entry["item"]: entry["facts"] for entry in own("statistics")}
    exempt = {item for entry in plan.set["exemptions"] if entry["kind"] in unit["kinds"] for item in entry["items"]}
    entries = {}
    for entry in sorted(own("ledger"), key=replay_order):
        if within(entry, until):
            entries.setdefault(entry["item"], []).append(entry)
    standings, claims = [], {}
    for leaf in plan.leaves:
        item, kind = leaf["id"], plan.source_kind[leaf["source"]]
        if kind == "appraisal":
            answer = answers.get(item, {})
            claim = claim_of(leaf["rule"], answer, False)
            if claim:
                claims[item] = claim
            value = opening(leaf, answer, claim, item in exempt)
            standings.append(replay(plan, leaf, value, claim, item in exempt, entries.get(item, []), until))
        elif item in exempt:
            standings.append(("not-applicable", None, "register"))
        elif kind == "survey":
            standings.append(survey_standing(plan, round_, unit, leaf))
        else:
            known = item in statistics
            standings.append(("facts", statistics[item], None) if known else ("pending", None, "statistic"))
    lines = {}
    for line in plan.lines:
        for entry in entries.get(line["id"], []):
            if entry["kind"] == "adjust":
                lines[line["id"]] = claim_of(line["rule"], entry, True)
    result = Standings(unit, standings, lines, late, None, claims)
    result.targets = {entry["item"]: entry["facts"] for entry in own("targets")}
    return result

def relative_points(rule, maximum, own, target, mark):
    """6.7: `mark` is the leader's share of its target, or without a target the best."""
    if target is None:
        return maximum * own / mark if mark else Fraction(0)
    reached = own / target
    for entry in rule["clauses"]:
        percent, when = Fraction(entry["percent"]), entry["when"]
        if when == "below-target" and reached < 1:
            return maximum * percent / 100 * reached
        if (when == "at-target" and reached == 1) or (when == "leader" and reached == mark):
            return maximum * percent / 100
        if when == "between" and reached > 1:
            return maximum / 100 * (percent + (Fraction(entry["upTo"]) - percent) * (reached - 1) / (mark - 1))
    raise ValueError("no clause fits")

def compare_group(plan, members, known=None):
    """6.7: settles the relative leaves of the members; `known` are the marks of a record of one unit."""
    for at, leaf in enumerate(plan.leaves):
        if leaf["rule"]["kind"] != "relative":
            continue
        item = leaf["id"]
        target = lambda member: amount(member.targets[item]) if item in member.targets else None
        taking_part = [member for member in members if member.leaves[at][0] == "facts"]
        is_open = any(member.leaves[at][0] == "pending" for member in members)
        marks = {}
        if known is not None:
            is_open = item not in known or known[item] is None
            marks = {key: Fraction(value) for key, value in (known.get(item) or {}).items()}
        elif not is_open:
            reached = [amount(m.leaves[at][1]) / target(m) for m in taking_part if item in m.targets]
            plain = [amount(m.leaves[at][1]) for m in taking_part if item not in m.targets]
            marks = {key: max(values) for key, values in (("leader", reached), ("best", plain)) if values}
        shown = {} if is_open else {"group": {key: exact_text(value) for key, value in marks.items()}}
        for member in members:
            member.relative.append({"item": item, **shown})
        for member in taking_part:
            if is_open:
                member.leaves[at] = ("pending", None, "relative")
            else:
                mark = marks["leader" if item in member.targets else "best"]
                own = amount(member.leaves[at][1])
                member.leaves[at] = (
                    "points", relative_points(leaf["rule"], plan.maximum[item], own, target(member), mark), None
                )

def stand_all(plan, round_, until, known=None):
    standings = [stand(plan, round_, unit, until) for unit in round_["units"]]
    for group in plan.set["groups"]:
        members = [m for m in standings if m.unit["group"] == group["id"] and not m.unscored]
        compare_group(plan, members, known)
    return standings

# --------------------------------------------------------------------------------------------------------- 7 The score

def score_leaf(plan, leaf, standing):
    """7.1: a row of exact numbers."""
    kind, value, why = standing
    maximum, rule = plan.maximum[leaf["id"]], leaf["rule"]
    row = {"item": leaf["id"], "source": leaf["source"], "maxPoints": maximum, "state": "scored"}
    if kind == "facts" and is_empty_claim(rule, value):
        kind, why = "pending", "claim"
    if kind == "facts":
        row["points"] = plan.item_points(rule_points(rule, value, maximum, plan))
    elif kind == "points":
        row["points"] = plan.item_points(value)
    elif kind == "share":
        row["points"] = plan.item_points(maximum * value)
    elif kind == "unanswered":
        row["points"] = min(Fraction(0), rule_floor(rule, maximum))
    elif kind == "pending":
        row["floor"] = rule_floor(rule, maximum)
    else:
        consequence = leaf.get("notApplicable", "rescale") if why != "survey-not-held" else "rescale"
        row["consequence"] = consequence
        row.update({"full": {"points": maximum}, "zero": {"points": Fraction(0)}}.get(consequence, {}))
    if kind in ("unanswered", "pending", "not-applicable"):
        row["state"] = kind
    if why:
        row["why"] = why
    return row

def counts(row):
    return "points" in row or row["state"] == "pending"

def bound_points(row, bound):
    return row["points"] if "points" in row else row["floor" if bound == "low" else "maxPoints"]

def sums(rows):
    """7.2: of a node or a source."""
    rows = [row for row in rows if counts(row)]
    total = lambda bound: sum((bound_points(row, bound) for row in rows), Fraction(0))
    maximum = sum((row["maxPoints"] for row in rows), Fraction(0))
    if any(row["state"] == "pending" for row in rows):
        return {"low": total("low"), "high": total("high"), "maxPoints": maximum}
    return {"points": total("low"), "maxPoints": maximum}

def decided_lines(plan, lines, late):
    """7.4: (kind, id, points)."""
    result = []
    for kind, sign in (("bonus", 1), ("penalty", -1)):
        total, side = Fraction(0), plan.set[kind]
        for line in side["lines"]:
            if line["id"] in lines:
                given, value, _ = lines[line["id"]]
                points = rule_points(line["rule"], value, None, plan) if given == "facts" else value
                points = plan.item_points(points)
                result.append((kind, line["id"], sign * points))
                if "cap" in line and points > Fraction(line["cap"]):
                    result.append(("cap", line["id"], sign * (Fraction(line["cap"]) - points)))
                    points = Fraction(line["cap"])
                total += points
        if "cap" in side and total > Fraction(side["cap"]):
            result.append(("cap", kind, sign * (Fraction(side["cap"]) - total)))
    policy, charge = plan.policies["late"], Fraction(0)
    if late > 0 and policy["kind"] == "flat":
        charge = Fraction(policy["points"])
    elif late > 0 and policy["kind"] == "per-day":
        charge = Fraction(policy["points"]) * late
        charge = min(charge, Fraction(policy.get("cap", charge)))
    return result + ([("late", "late", -charge)] if charge else [])

def totals(plan, rows, extra_lines, bound):
    """7.3."""
    leaves, maximum, lines = Fraction(0), Fraction(0), []
    for source in plan.set["sources"]:
        mine = [row for row in rows if row["source"] == source["id"]]
        own = sum((bound_points(row, bound) for row in mine if counts(row)), Fraction(0))
        own_max = sum((row["maxPoints"] for row in mine if counts(row)), Fraction(0))
        left = sum((row["maxPoints"] for row in mine if row.get("consequence") == "rescale-source"), Fraction(0))
        if own_max:
            leaves, maximum = leaves + own, maximum + own_max + left
            if left:
                lines.append(("conversion", source["id"], own * left / own_max))
    base = leaves + sum(points for _, _, points in lines)
    extra = sum((points for _, _, points in extra_lines), Fraction(0))
    lines, result, declared = lines + extra_lines, base + extra, Fraction(plan.set["maxPoints"])
    total = {"leaves": leaves, "maxPoints": maximum, "lines": lines, "points": result}
    if maximum:
        index, limits = base / maximum * 100 + extra / declared * 100, plan.policies["limits"]
        for name, limit in (("min", max), ("max", min)):
            limited = limit(index, Fraction(limits.get(name, index)))
            if limited != index:
                lines.append(("cap", name, (limited - index) * declared / 100))
                total["points"] += lines[-1][2]
                index = limited
        total["index"] = index
    return total

class Score:
    """7.5: what is published of one unit."""

    def __init__(self, plan, standings):
        self.plan, self.unit = plan, standings.unit
        self.rows = [score_leaf(plan, leaf, standing) for leaf, standing in zip(plan.leaves, standings.leaves)]
        self.claimed = self.claim(standings)
        extra = decided_lines(plan, standings.lines, standings.late)
        self.low, self.high = (totals(plan, self.rows, extra, bound) for bound in ("low", "high"))
        states = {row["state"] for row in self.rows}
        if "unanswered" in states and plan.policies["unanswered"] == "refused":
            self.state = "refused"
        elif "pending" in states:
            self.state = "provisional"
        else:
            self.state = "complete" if "index" in self.low else "not-applicable"
        self.result = {"state": self.state, "maxPoints": exact_text(self.low["maxPoints"])}
        self.exact = None
        if self.state == "complete":
            self.exact = self.low["index"]
            self.result["index"] = plan.publish(self.exact)
            self.result["points"] = plan.publish(self.low["points"])
            published = Fraction(self.result["index"])
            for grade in plan.set["grades"]:
                if Fraction(grade.get("from", published)) <= published:
                    self.result["grade"] = grade["id"]
                    break
        if self.state == "provisional":
            bounds = (("low", self.low), ("high", self.high))
            self.result["bounds"] = {name: plan.publish(total.get("index", Fraction(0))) for name, total in bounds}
        if self.claimed is not None:
            self.result["claimed"] = plan.publish(self.claimed)

    def claim(self, standings):
        claimed = None
        for leaf, row in zip(self.plan.leaves, self.rows):
            kind, facts, _ = standings.claims.get(leaf["id"], (None, None, None))
            if leaf["rule"]["kind"] == "relative":
                continue
            if kind == "claim":
                row["claimed"] = "not-applicable"
            elif kind == "facts":
                row["claimed"] = self.plan.item_points(rule_points(leaf["rule"], facts, row["maxPoints"], self.plan))
                claimed = (claimed or 0) + row["claimed"]
        return claimed

    def steps(self):
        """9.2: `steps` of a record."""
        as_text = lambda row: {key: exact_text(v) if isinstance(v, Fraction) else v for key, v in row.items()}
        sources = self.plan.set["sources"]

        def total(value):
            lines = [{"kind": kind, "id": id_, "points": exact_text(points)} for kind, id_, points in value["lines"]]
            return as_text({**value, "lines": lines})

        pending = any(row["state"] == "pending" for row in self.rows)
        return {
            "leaves": [as_text(row) for row in self.rows],
            "nodes": [
                {"item": node["id"], "leaves": [first, end], **as_text(sums(self.rows[first:end]))}
                for node, first, end in self.plan.nodes
            ],
            "sources": [
                {"source": source["id"], **as_text(sums([row for row in self.rows if row["source"] == source["id"]]))}
                for source in sources
            ],
            **({"low": total(self.low), "high": total(self.high)} if pending else {"total": total(self.low)}),
        }

    def key(self, breaker):
        """8: the key of a tie-breaker."""
        at = next((at for at, row in enumerate(self.rows) if row["item"] == breaker["id"]), None)
        if breaker["by"] == "source":
            rows, at = [row for row in self.rows if row["source"] == breaker["id"]], None
        elif at is not None:
            rows = [self.rows[at]]
        else:
            rows = next(self.rows[first:end] for node, first, end in self.plan.nodes if node["id"] == breaker["id"])
        points = [row["points"] for row in rows if "points" in row]
        if (breaker["exact"] or at is not None) and not points:
            return None
        points = sum(points, Fraction(0))
        return points if breaker["exact"] else self.plan.round(points)

# ------------------------------------------------------------------------------------------------------- 8 The ranking

def rank(plan, standings, scores):
    """The ranking of one group: {places, unranked, complete, mean?, meanOf}, as in a record."""
    ranking = plan.set["ranking"]
    ranked, unranked = [], []
    for stood, score in sorted(zip(standings, scores), key=lambda pair: code_units(pair[0].unit["id"])):
        if score and score.state == "complete" and "exempt" not in stood.unit:
            index = Fraction(score.result["index"]) if ranking["on"] == "published" else score.exact
            ranked.append(([index, *map(score.key, ranking["tieBreakers"])], score))
        else:
            reason = stood.unscored or ("exempt" if "exempt" in stood.unit else score.state)
            index = {"index": score.result["index"]} if score and score.exact is not None else {}
            unranked.append({"unit": stood.unit["id"], "reason": reason, **index})
    ranked.sort(key=lambda pair: [(key is not None, key or 0) for key in pair[0]], reverse=True)  # stable: ties by id
    places, place, different = [], 0, 0
    for at, (keys, score) in enumerate(ranked):
        if at == 0 or ranked[at - 1][0] != keys:
            place, different = at + 1, different + 1
        neighbours = [ranked[other] for other in (at - 1, at + 1) if 0 <= other < len(ranked)]
        row = {"place": place if ranking["ties"] == "skip" else different, "unit": score.unit["id"]}
        row["index"] = score.result["index"]
        if "grade" in score.result:
            row["grade"] = score.result["grade"]
        row["tied"] = any(other == keys for other, _ in neighbours)
        for other, neighbour in neighbours:
            if other != keys and neighbour.result["index"] == row["index"]:
                row["decidedBy"] = decided_by(plan, keys, other)
                break
        places.append(row)
    mean_of = [score for score in scores if score and score.exact is not None]
    published = plan.set["status"] == "summary"
    values = [Fraction(score.result["index"]) if published else score.exact for score in mean_of]
    mean = {"mean": plan.publish(sum(values) / len(values))} if values else {}
    complete = all(row["reason"] == "exempt" for row in unranked)
    return {"places": places, "unranked": unranked, "complete": complete, **mean, "meanOf": len(values)}

def decided_by(plan, keys, other):
    at = next(at for at in range(len(keys)) if keys[at] != other[at])
    breaker = plan.set["ranking"]["tieBreakers"][at - 1] if at else None
    name = {"by": breaker["by"], "id": breaker["id"]} if breaker else {"by": "exact-index"}
    own, theirs, first = keys[at], other[at], plan.rounding["places"]
    if own is None:
        return {**name, "value": ""}
    if theirs is None:
        return {**name, "value": plan.publish(own)}
    for places in range(first, 41):
        mine = rounded_text(own, places, "down")
        if mine != rounded_text(theirs, places, "down"):
            return {**name, "value": mine}
    return {**name, "value": f"{own.numerator}/{own.denominator}"}

def assess(plan, round_, until=None, known=None):
    """All of it: standings, scores (None where unscored) and the ranking of each group."""
    standings = stand_all(plan, round_, until, known)
    scores = [None if stood.unscored else Score(plan, stood) for stood in standings]
    rankings = {}
    for group in plan.set["groups"]:
        members = [at for at, stood in enumerate(standings) if stood.unit["group"] == group["id"]]
        rankings[group["id"]] = rank(plan, [standings[at] for at in members], [scores[at] for at in members])
    return standings, scores, rankings

# ------------------------------------------------------------- 9 The record. Each check gives a list of what is wrong.

HEAD = ["format", "kind", "library", "set", "round", "unit", "group", "until", "texts"]
INPUTS_HEAD = ["format", "set", "edition", "title", "status"]

def parts_of(record):
    """9.4."""
    parts = {"head": {key: record[key] for key in HEAD if key in record}}
    if record["kind"] == "group":
        return {**parts, "ranking": record["ranking"], "root": record["root"]}
    parts["declared"] = record["declared"]
    parts["inputs.head"] = {key: record["inputs"][key] for key in INPUTS_HEAD if key in record["inputs"]}
    parts.update({f"inputs.{key}": value for key, value in record["inputs"].items() if key not in INPUTS_HEAD})
    parts["relative"] = record["relative"]
    parts.update({f"steps.{key}": value for key, value in record.get("steps", {}).items()})
    return {**parts, "result": record["result"], "place": record["place"]}

def check_digests(record):
    wrong, parts = [], parts_of(record)
    for name in sorted(set(parts) | set(record["digests"])):
        if name not in parts or record["digests"].get(name) != digest(parts[name]):
            wrong.append(f"digest of {name}")
    if record["digest"] != digest(record["digests"]):
        wrong.append("digest")
    body = ["units", "ranking", "root"] if record["kind"] == "group" else [
        "declared", "inputs", "relative", "steps", "result", "place"
    ]
    wrong += [f"unknown key {key}" for key in record if key not in [*HEAD, *body, "digests", "digest"]]
    if record["kind"] == "group":
        root = merkle_root([canonical(unit).encode("utf-8") for unit in record["units"]]).hex()
        wrong += ["root"] if root != record["root"] else []
        wrong += [f"unit {unit['unit']}: {fault}" for unit in record["units"] for fault in check_digests(unit)]
    return wrong

def declared_of(plan):
    whole, keep = plan.set, lambda value, *keys: {key: value[key] for key in keys if key in value}
    result = keep(whole, "maxPoints", "policies", "ranking")
    if "survey" in whole:
        result["survey"] = keep(whole["survey"], "combine", "emptyGroup", "belowLeast", "notHeld")
    for side in ("bonus", "penalty"):
        if "cap" in whole[side]:
            result[f"{side}Cap"] = whole[side]["cap"]
    return {**result, "grades": [keep(grade, "id", "from") for grade in whole["grades"]]}

def differences(name, expected, got):
    """Where two values differ in canonical form, down to one level of lists and objects."""
    if canonical(expected) == canonical(got):
        return []
    if isinstance(expected, dict) and isinstance(got, dict):
        keys = [*expected, *(key for key in got if key not in expected)]
        pairs = ((f"{name}.{key}", expected.get(key, ""), got.get(key, "")) for key in keys)
        return [fault for pair in pairs for fault in differences(*pair)]
    if isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
        return [f for at, pair in enumerate(zip(expected, got)) for f in differences(f"{name}[{at}]", *pair)]
    return [f"{name}: record {canonical(expected)}, computed {canonical(got)}"]

def unit_body(plan, stood, score):
    """What the recomputation must give again: declared, steps, result and, of a group, relative."""
    if stood.unscored:
        return {"declared": declared_of(plan), "relative": [], "result": {"state": "unscored", "why": stood.unscored}}
    return {"declared": declared_of(plan), "relative": stood.relative, "steps": score.steps(), "result": score.result}

def recompute(plan, records, whole):
    """9.5, step 4: of one unit's record with its `relative`, or of all of a group's."""
    if not records:  # a group without units
        return [], {group["id"]: rank(plan, [], []) for group in plan.set["groups"]}
    merged, *others = (load(json.dumps(record["inputs"])) for record in records)
    for inputs in others:
        for key in ("units", "selfAssessments", "ledger", "statistics", "targets", "extensions"):
            merged[key] += inputs[key]
        merged["tally"]["counts"] += inputs["tally"]["counts"]
    known = None if whole else {entry["item"]: entry.get("group") for entry in records[0]["relative"]}
    round_ = read_round(merged, plan)
    standings, scores, rankings = assess(plan, round_, records[0].get("until"), known)
    wrong = [] if whole else differences("inputs", records[0]["inputs"], round_)
    for record in records:
        at = next(at for at, stood in enumerate(standings) if stood.unit["id"] == record["unit"])
        for key, value in unit_body(plan, standings[at], scores[at]).items():
            wrong += differences(f"unit {record['unit']}: {key}", record.get(key, ""), value)
        if whole:
            ranking = rankings[record["group"]]
            row = next((row for row in ranking["places"] if row["unit"] == record["unit"]), None)
            out = next((row for row in ranking["unranked"] if row["unit"] == record["unit"]), None)
            place = {"place": row["place"], "tied": row["tied"]} if row else {"unranked": out["reason"]}
            place.update({"of": len(ranking["places"]), "complete": ranking["complete"]})
            wrong += differences(f"unit {record['unit']}: place", record["place"], place)
    return wrong, rankings

def check_record(record, find_set):
    """9.5, steps 1, 2 and 4."""
    if unicodedata.normalize("NFC", canonical(record)) != canonical(record):
        return ["not in NFC"]
    wrong = check_digests(record)
    plan = find_set(record["set"]["id"], record["set"]["edition"])
    if plan is None or plan.digest != record["set"]["digest"]:
        return [*wrong, "set.digest: no criteria set of this digest here"]
    if record["kind"] == "unit":
        return wrong + recompute(plan, [record], False)[0]
    faults, rankings = recompute(plan, record["units"], True)
    return wrong + faults + differences("ranking", record["ranking"], rankings[record["group"]])

# ------------------------------------------------------------------------------------------------------- 10 The vector

DIGITS32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MARKS = {
    **{"nc": ("not-applicable", "council"), "nr": ("not-applicable", "register")},
    **{"ns": ("not-applicable", "survey-not-held"), "ua": ("unanswered", "no-answer")},
    **{"ue": ("unanswered", "no-evidence"), "wc": ("pending", "claim"), "wr": ("pending", "return")},
    **{"wq": ("pending", "silence"), "wa": ("pending", "appraiser"), "ws": ("pending", "survey")},
    **{"wt": ("pending", "statistic"), "wg": ("pending", "relative")},
}

def check_code(body, set_digest):
    bits = int.from_bytes(sha256(f"{body};{set_digest}".encode("utf-8"))[:5], "big")
    return "".join(DIGITS32[bits >> shift & 31] for shift in range(35, -1, -5))

def facts_of_mark(rule, mark):
    form = form_of(rule)
    if form == "choice":
        return {"choice": rule["options"][int(mark) - 1]["id"]}
    if form == "checklist":
        return {"parts": [part["id"] for part, bit in zip(rule["parts"], mark, strict=True) if bit == "1"]}
    if form == "deduction":
        pairs = zip(rule["breaches"], mark.split("+"), strict=True)
        return {"breaches": [{"breach": breach["id"], "count": int(count)} for breach, count in pairs]}
    if form == "ratio":
        numerator, denominator = map(int, mark.split("/"))
        return {"numerator": numerator, "denominator": denominator}
    key = {"percent": "percent", "number": "value", "direct": "points", "count": "count"}[form]
    return {key: int(mark) if form == "count" else mark}

def standing_of_mark(leaf, maximum, mark):
    rule = leaf["rule"]
    if mark in MARKS:
        return (MARKS[mark][0], None, MARKS[mark][1])
    if mark.startswith("="):
        return ("points", Fraction(mark[1:]), None)
    if rule["kind"] == "survey":
        why = {"l": "below-least", "h": "survey-not-held"}.get(mark[-1])
        return ("share", Fraction(mark.rstrip("lh")), why)
    if rule["kind"] == "relative":
        own, group = mark.split("*")
        own, _, target = own.partition("~")
        target = amount(facts_of_mark(rule, target)) if target else None
        own = amount(facts_of_mark(rule, own))
        return ("points", relative_points(rule, maximum, own, target, Fraction(group)), None)
    return ("facts", facts_of_mark(rule, mark), None)

def score_vector(plan, vector):
    body, check = re.sub(r"\s", "", vector).rsplit(";", 1)
    if check != check_code(body, plan.digest):
        raise ValueError("check code does not fit this criteria set")
    _, _, unit, group, _, leaves, lines, late = body.split(";")
    marks = zip(plan.leaves, leaves.split(","), strict=True)
    standings = [standing_of_mark(leaf, plan.maximum[leaf["id"]], mark) for leaf, mark in marks]
    decided = {}
    for line, mark in zip(plan.lines, lines.split(",") if lines else [], strict=True):
        if mark != "-":
            decided[line["id"]] = standing_of_mark(line, None, mark)
    return Score(plan, Standings({"id": unit, "group": group}, standings, decided, int(late)))

# --------------------------------------------------------------------------------------------- The conformance vectors

class Tally:
    def __init__(self):
        self.agreed = self.all = 0

    def count(self, name, faults):
        self.all += 1
        self.agreed += not faults
        for fault in faults:
            print(f"{name}: {fault}")

def unit_of_case(plan, stood, score, ranking):
    """What a case says of a unit."""
    if stood.unscored:
        return {"unit": stood.unit["id"], "state": "unscored"}
    leaves = {
        row["item"]: row["state"] + (f" {exact_text(row['points'])}" if "points" in row else "") for row in score.rows
    }
    result = {key: value for key, value in score.result.items() if key not in ("bounds", "claimed")}
    place = {row["unit"]: {"place": row["place"]} for row in ranking["places"]}.get(stood.unit["id"], {})
    return {"unit": stood.unit["id"], **result, **score.result.get("bounds", {}), **place, "leaves": leaves}

def check_case(case, tally):
    plan = Plan(read_set(case["set"]))
    round_ = read_round(case["round"], plan)
    standings, scores, rankings = assess(plan, round_, case.get("until"))
    found = {
        stood.unit["id"]: unit_of_case(plan, stood, score, rankings[stood.unit["group"]])
        for stood, score in zip(standings, scores)
    }
    of_files = []
    for name, expected, got in (("setDigest", case["setDigest"], plan.digest),
                                ("roundDigest", case["roundDigest"], digest(round_))):
        if expected != got:
            of_files.append(f"{name}: expected {expected}, got {got}")
    for expected in case["units"]:
        faults, got = list(of_files), found.get(expected["unit"], {"leaves": {}})
        for key in sorted({*expected, *got} - {"leaves"}):
            if expected.get(key) != got.get(key):
                faults.append(f"{key}: expected {expected.get(key)}, got {got.get(key)}")
        for item in sorted({*expected.get("leaves", {}), *got.get("leaves", {})}):
            wanted, has = expected.get("leaves", {}).get(item), got.get("leaves", {}).get(item)
            if wanted != has:
                faults.append(f"item {item}: expected {wanted}, got {has}")
        tally.count(f"{case['name']}, {expected['unit']}", faults)

def main(paths):
    tally, sets = Tally(), {}

    def find_set(id_, edition):
        path = HOME / "criteria" / f"{id_}.{edition}.json"
        if path not in sets:
            sets[path] = Plan(read_set(load(path.read_text("utf-8")))) if path.exists() else None
        return sets[path]

    for path in paths:
        content = load(Path(path).read_text("utf-8"))
        for case in content.get("cases", []):
            check_case(case, tally)
        for entry in content.get("records", []):
            faults = check_record(entry["record"], find_set)
            if entry["valid"] == bool(faults):
                tally.count(f"record {entry['name']}", faults or ["should not verify, but does"])
            else:
                tally.count("", [])
        for entry in content.get("vectors", []):
            try:
                index = score_vector(find_set(entry["set"], 1), entry["vector"]).result.get("index")
                faults = [] if index == entry["index"] else [f"expected {entry['index']}, got {index}"]
            except ValueError as error:
                faults = [str(error)]
            tally.count(f"vector {entry['name']}", faults)
        if "kind" in content:
            tally.count(f"record {path}", check_record(content, find_set))
    print(f"{tally.agreed} of {tally.all} vectors agreed")
    return 0 if tally.agreed == tally.all else 1

if __name__ == "__main__":
    conformance = HOME / "test" / "conformance"
    sys.exit(main(sys.argv[1:] or [conformance / "scores.json", conformance / "records.json"]))
