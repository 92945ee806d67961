#!/usr/bin/env python3
"""A second implementation of par-index: written from docs/format.md alone, with the standard library only.

    python3 test/verifier/verify.py [file ...]

It takes files of vectors, criteria sets, and records after their sets (without any, the vectors in
test/conformance/), scores, verifies, prints every disagreement, and ends with "N of M vectors agreed". It
judges scores, not files: criteria sets and rounds are taken to be without error. Numbers in headings and
docstrings are sections of that page.
"""

import hashlib
import json
import re
import sys
import unicodedata
from collections import Counter, namedtuple
from datetime import date
from fractions import Fraction
from itertools import groupby
from math import inf
from operator import itemgetter
from pathlib import Path

ZERO = Fraction(0)

# ---------------------------------------------------------------------------------------------- 1 Values
DECIMALS = {
    *("maxPoints", "points", "cap", "weight", "percent", "value", "each", "step", "floor", "max", "min"),
    *("from", "above", "upTo", "below", "zeroBelow", "fullFrom", "zeroAt", "fullAt"),
}
IS_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?").fullmatch  # `from` and `below` are days elsewhere
SPACES = "\t\n\v\f\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(8192, 8203)))

def load(path):
    """The JSON of a file, each number exact, and an int where it is whole."""
    number = lambda text: int(Fraction(text)) if Fraction(text).denominator == 1 else Fraction(text)
    return json.loads(Path(path).read_text("utf-8"), parse_float=number, object_pairs_hook=once)

def once(pairs):
    """1: an object in which no key stands twice."""
    if len(dict(pairs)) < len(pairs): raise ValueError("a key stands twice")
    return dict(pairs)

def each(value, change, key="", above=""):
    """The value with change(it, its key, the key above) for all in it that is neither list nor object."""
    if isinstance(value, dict):
        return {name: each(member, change, name, key) for name, member in value.items()}
    if isinstance(value, list):
        return [each(member, change, key, above) for member in value]
    return change(value, key, above)

def as_read(value, key, above):
    """A text in NFC and trimmed, a decimal in shortest form; its key tells which it is."""
    is_number = isinstance(value, (int, Fraction)) and not isinstance(value, bool)
    if isinstance(value, str):
        value = unicodedata.normalize("NFC", value).strip(SPACES)
        is_number = IS_DECIMAL(value) and (above, key) != ("facts", "percent")  # that stays as printed
    return exact_text(value) if is_number and key in DECIMALS else value

def exact(value):
    """What was read with fractions for its decimals, to compute with."""
    is_decimal = lambda it, key: key in DECIMALS and isinstance(it, str) and IS_DECIMAL(it)
    return each(value, lambda it, key, _: Fraction(it) if is_decimal(it, key) else it)

def texts(value):
    """The reverse: what was computed, with exact texts for its fractions."""
    return each(value, lambda it, *_: exact_text(it) if isinstance(it, Fraction) else it)

def exact_text(number):
    """A decimal in shortest form where the fraction terminates in base ten, else the reduced fraction."""
    denominator = Fraction(number).denominator
    for places in range(denominator.bit_length()):
        if 10**places % denominator == 0: return rounded_text(number, places, "down")
    return str(number)

def rounded_text(number, places, mode):
    """The number rounded once, by integer quotient and remainder, with exactly so many decimals."""
    number = Fraction(number)
    quotient, rest = divmod(abs(number.numerator) * 10**places, number.denominator)
    half = 2 * rest - number.denominator  # below, at or above 0 as the rest is below, at or above one half
    to_even = half > 0 or (half == 0 and quotient % 2 == 1)
    quotient += {"down": False, "up": rest > 0, "half-up": half >= 0, "half-even": to_even}[mode]
    digits = str(quotient).rjust(places + 1, "0")
    sign = "-" if number < 0 and quotient else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)

# -------------------------------------------------------------------------- 2 Canonical form and digests
def canonical(value):
    """RFC 8785, in UTF-8. All our keys and ids are ASCII, so that Python's order is that of code units."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")

sha256 = lambda data: hashlib.sha256(data).digest()
digest = lambda value: sha256(canonical(value)).hex()
only = lambda value, *keys: {key: value[key] for key in keys if key in value}

# ------------------------------------------------------------------------ 3, 5 From files to values as read
STAGES = ["self", "first", "second", "final", "correction"]
ID, TEXT = itemgetter("id"), str
listed = lambda order=lambda _: 0, **members: (members, order)  # the shape of the members, and their order

def shape(value, shapes):
    """Sets defaults and sorts lists, in place, and gives the value."""
    for key, inner in shapes.items():
        if isinstance(inner, dict):
            shape(value.setdefault(key, {}), inner)
        elif isinstance(inner, tuple):
            members, order = inner
            kept = (shape(member, members) for member in value.get(key, []))
            value[key] = sorted((member for member in kept if not is_blank(member)), key=order)
        else:
            value.setdefault(key, inner)
    return value

def is_blank(member):
    """5.3, 5.5: an answer of a form that nobody filled in, a count of 0, a question without votes."""
    if not isinstance(member, dict): return False
    in_row = lambda row: isinstance(row, dict) and None in row.values()
    is_open = lambda fact: fact is None or (isinstance(fact, list) and fact and all(map(in_row, fact)))
    is_said = any(member.get(key) for key in ("notApplicable", "points", "explanation", "evidence"))
    facts = member.get("facts")
    unfilled = facts and not is_said and all(map(is_open, facts.values()))
    return unfilled or member.get("count") == 0 or member.get("options") == []

SET = {
    "isFramework": False, "totals": {}, "sources": listed(), "grades": listed(), "calendar": listed(),
    "decisions": listed(ID), "kinds": listed(ID), "bonus": {"lines": listed()},
    "penalty": {"lines": listed()},
    "policies": {
        "rounding": {"places": 2, "mode": "half-up", "items": False}, "late": {"kind": "flag"},
        "unanswered": "zero", "silence": "accept", "missing": "unranked", "openFindings": "warn",
    },
    "ranking": {"on": "published", "ties": "skip", "tieBreakers": listed(exact=False)},
    "exemptions": listed(lambda it: (it["kind"], "\n".join(it["items"])), items=listed(TEXT)),
}

def tree(items, above=()):
    """3.3: each node in the order of the set, with the numbers from the top down to it, in lower case."""
    for node in items:
        path = (*above, node["number"].lower())
        yield node, path
        yield from tree(node.get("items", []), path)

def read_set(written):
    """3: a criteria set as read."""
    value = each(written, as_read)
    value.pop("$schema", None)
    value.setdefault("policies", {}).setdefault("limits", {"max": "100", "min": "0"})  # {} is no limit
    survey = {"survey": {"respondents": listed(ID), "scales": listed(ID)}} if "survey" in value else {}
    shape(value, {**SET, **survey})
    kinds = {source["id"]: source["kind"] for source in value["sources"]}
    numbers = Counter(path[-1] for _, path in tree(value["items"]))
    asked = lambda it: [it.get(key, "~") for key in ("item", "source", "unused")]
    for grade in value["grades"]:
        grade.get("requires", []).sort(key=lambda it: (*asked(it), it.get("from", it.get("above", ""))))
    for node, path in tree(value["items"]):
        node.setdefault("id", path[-1] if numbers[path[-1]] == 1 else "/".join(path))
        node.get("replaces", []).sort()
        node.get("requires", []).sort(key=lambda it: (it["item"], it.get("from", it.get("above"))))
        if kinds.get(node.get("source")) == "appraisal" and node.setdefault("scoredBy", "unit") == "unit":
            node.setdefault("evidence", "required")
        if node.get("notApplicable") is True:
            node["notApplicable"] = value["policies"]["notApplicable"]
        for example in node.get("examples", []):
            order_facts(node["rule"], example["facts"])
    return value

def order_facts(rule, facts):
    """4: parts and breaches stand in the order of the rule."""
    position = [it["id"] for it in rule.get("parts", rule.get("breaches", []))].index
    facts.get("parts", []).sort(key=position)
    facts.get("breaches", []).sort(key=lambda it: position(it["breach"]))

class Plan:
    """A criteria set with what scoring looks up."""

    def __init__(self, written):
        value = read_set(written)
        self.digest, self.set = digest(value), exact(value)
        self.policies, self.kinds = self.set["policies"], {it["id"]: it["kind"] for it in self.set["sources"]}
        self.places, self.mode, self.items = itemgetter("places", "mode", "items")(self.policies["rounding"])
        nodes = [node for node, _ in tree(self.set["items"])]
        self.leaves = [node for node in nodes if "items" not in node]
        self.lines = self.set["bonus"]["lines"] + self.set["penalty"]["lines"]
        self.order = [it["id"] for it in self.leaves + self.lines]
        self.nodes = []  # inner ones: id, position of the first leaf, position after the last leaf
        for node in nodes:
            if "items" in node:
                below = [self.order.index(it["id"]) for it, _ in tree(node["items"]) if "items" not in it]
                self.nodes.append((node["id"], below[0], below[-1] + 1))
        below = {id_: range(at, end) for id_, at, end in self.nodes}
        below.update({leaf["id"]: [at] for at, leaf in enumerate(self.leaves)})
        self.gates = [[] for _ in self.leaves]  # of each leaf, in the order of the set
        for node in nodes:
            for gate in node.get("requires", []):
                for at in below[node["id"]]:
                    self.gates[at].append({**gate, "asked": below[gate["item"]]})

    def publish(self, number):
        """The text of a figure, rounded once."""
        return rounded_text(number, self.places, self.mode)

def read_round(written, plan):
    """5: a round as read."""
    item, stage = (lambda it: plan.order.index(it["item"])), (lambda it: STAGES.index(it["stage"]))
    unit_item = lambda it: (it["unit"], item(it))
    position = lambda key, name: lambda it: [member["id"] for member in plan.set[key]].index(it[name])
    joined = lambda it, *keys: "\n".join(it.get(key, "") for key in keys).encode("utf-16-be")
    document = lambda it: joined(it, "date", "number", "issuer", "section", "page", "title")
    decision = lambda it: joined(it.get("decision", {}), "number")
    replay = lambda it: (*unit_item(it), stage(it), it["kind"] == "explain", it["date"], decision(it))
    roles = listed(holders=listed(), decides=listed(STAGES.index))
    evidence, invalid = listed(document), listed(itemgetter("code"))
    questions = listed(itemgetter("question"), options=listed(itemgetter("option")))
    counts = listed(itemgetter("unit", "questionnaire"), invalid=invalid, questions=questions)
    value = shape(each(written, as_read), {
        "units": listed(ID, kinds=listed(TEXT)),
        "councils": listed(ID, units=listed(TEXT), roles=roles),
        "selfAssessments": listed(itemgetter("unit"), answers=listed(item, evidence=evidence)),
        "ledger": listed(replay, evidence=evidence, findings=listed(TEXT)),
        "acts": listed(lambda it: (it["council"], stage(it))),
        "tally": {"batches": listed(TEXT), "counts": counts, "invalid": invalid},
        "surveyNotHeld": listed(position("groups", "group")),
        "statistics": listed(unit_item),
        "targets": listed(unit_item),
        "findings": listed(lambda it: (*unit_item(it), it["id"])),
        "extensions": listed(lambda it: (it["unit"], position("calendar", "deadline")(it))),
    })
    value.pop("$schema", None)
    for unit in value["units"]:
        unit.get("replaces", []).sort(key=itemgetter("unit", "since"))
    for council in value["councils"]:
        for role in council["roles"]:
            role.get("items", []).sort()
    for entry in value["ledger"]:
        entry.get("votes", []).sort(key=itemgetter("by"))
        entry.get("absent", []).sort()
        if entry.get("absent") == []: del entry["absent"]
    rules = {it["id"]: it["rule"] for it in plan.leaves + plan.lines}
    answers = [answer for assessment in value["selfAssessments"] for answer in assessment["answers"]]
    for entry in answers + value["ledger"] + value["statistics"]:
        entry.pop("asks", None)
        order_facts(rules[entry["item"]], entry.get("facts", {}))
    return value

# ------------------------------------------------------------------------ 4 What a rule gives for facts
is_empty_claim = lambda rule, facts: rule.get("empty") == "not-applicable" and facts.get("denominator") == 0
band_points = lambda band, value, most: most * value / 100 if "share" in band else band["points"]

def amount(facts):
    """What a count, a number, a percentage or a ratio comes to, the last two as shares of 1."""
    if "numerator" in facts: return Fraction(facts["numerator"], facts["denominator"])
    return facts["percent"] / 100 if "percent" in facts else Fraction(facts.get("count", facts.get("value")))

def rule_points(plan, rule, facts, most):
    """The points, exact; `most` is inf on a line. Not for surveys, relative rules and empty claims."""
    kind = rule["kind"]
    those = rule.get("options") or rule.get("parts") or rule.get("breaches") or []
    points = {it["id"]: it["points"] for it in those}
    if kind == "choice": return points[facts["choice"]]
    if kind == "checklist": return min(most, sum(points[id_] for id_ in facts["parts"]))
    if kind == "count": return min(most, rule["each"] * facts["count"])
    if kind == "direct": return facts["points"]
    if kind == "deduction":
        lost = sum(points[it["breach"]] * it["count"] for it in facts["breaches"])
        return max(most - lost, rule_floor(rule, most))
    if facts.get("denominator") == 0: return most if rule["empty"] == "full" else ZERO
    share = amount(facts)
    if kind in ("ratio", "percent"):
        below, full = rule.get("zeroBelow", ZERO) / 100, rule.get("fullFrom", Fraction(100)) / 100
        return ZERO if share < below else most if share >= full else most * share
    value = share if rule["of"] == "number" else share * 100
    if kind == "stretched":
        way = (value - rule["zeroAt"]) / (rule["fullAt"] - rule["zeroAt"])
        return most * min(max(way, ZERO), 1)
    if "percentPlaces" in rule:
        value = Fraction(rounded_text(value, rule["percentPlaces"], plan.mode))
    return next(band_points(band, value, most) for band in rule["bands"] if lies_in(band, value))

def lies_in(band, value):
    """Whether a value is within the bounds of a band."""
    is_above = band.get("above", -inf) < value and band.get("from", value) <= value
    return is_above and value < band.get("below", inf) and value <= band.get("upTo", value)

def rule_floor(rule, most):
    """The least that a rule can give."""
    if rule["kind"] == "choice": return min(option["points"] for option in rule["options"])
    if rule["kind"] == "bands":
        ends = (("from", "above", ZERO), ("upTo", "below", Fraction(100)))
        of = lambda band: [band.get(one, band.get(other, missing)) for one, other, missing in ends]
        return min(band_points(band, end, most) for band in rule["bands"] for end in of(band))
    return rule.get("floor", ZERO)

# --------------------------------------------------------------------------------------- 6 What stands
# Of a kind: facts, points, share; or zero, unanswered, pending, not-applicable, with the reason as value.
Standing = namedtuple("Standing", "kind value")
def published(statistic):
    """6.6: what a statistic makes of its leaf."""
    if "notApplicable" in statistic: return Standing("not-applicable", "published")
    return Standing("published", statistic) if "maxPoints" in statistic else Standing("facts", statistic["facts"])

COUNCIL, REGISTER = Standing("not-applicable", "council"), Standing("not-applicable", "register")

class Unit:
    """A unit with a standing for each leaf, decided line and claim; `score` adds what they come to."""

    def __init__(self, data, leaves=(), lines=None, late=0, claims=None, targets=None, unscored=None):
        self.data, self.id, self.leaves, self.lines, self.late = data, data["id"], list(leaves), lines, late
        self.claims, self.targets, self.unscored = claims or {}, targets or {}, unscored
        self.approved = False
        self.relative, self.index = [], None  # as in a record; the exact index, where it is published

def is_within(entry, until):
    """Whether an entry was made up to that point."""
    if until in STAGES: return STAGES.index(entry["stage"]) <= STAGES.index(until)
    return until is None or entry["date"] <= until

def late_days(plan, assessment, extensions):
    """The days after the unit's own last day, else after the calendar's."""
    deadlines = [it for it in extensions if it["deadline"] == "self-assessment"]
    deadlines += [it for it in plan.set["calendar"] if it["id"] == "self-assessment"]
    if "submitted" not in assessment or not deadlines: return 0
    day = lambda text: date.fromisoformat(text).toordinal()
    last = day(deadlines[0]["by"]) if "by" in deadlines[0] else day(deadlines[0]["before"]) - 1
    return max(0, day(assessment["submitted"]) - last)

def claim_of(rule, said):
    """6.1: what an answer or an entry claims, as a standing; None for nothing."""
    if "notApplicable" in said or is_empty_claim(rule, said.get("facts", {})): return COUNCIL
    if "facts" in said: return Standing("facts", said["facts"])
    if "kind" not in said: return None
    votes = [vote["points"] for vote in said.get("votes", [])]
    if votes: return Standing("points", sum(votes) / len(votes))
    return Standing("points", said["points"]) if "points" in said else None

def opening(leaf, answer, claim, exempt):
    """6.2."""
    if exempt: return REGISTER
    if leaf["scoredBy"] == "appraiser": return Standing("pending", "appraiser")
    if claim is None: return Standing("unanswered", "no-answer")
    if claim == COUNCIL: return Standing("pending", "claim")
    explained = leaf["evidence"] == "or-explanation" and "explanation" in answer
    proven = leaf["evidence"] == "none" or answer["evidence"] or explained
    return claim if proven else Standing("unanswered", "no-evidence")

def replay(plan, rule, value, claim, decided, entries, until):
    """6.3, from the opening, the answer's claim, and whether the unit is exempt."""
    returned = False
    for entry in entries:
        kind, said = entry["kind"], claim_of(rule, entry)
        if kind == "explain":
            claim = said or claim
        elif kind in ("return", "uphold"):
            returned = kind == "return"
        elif kind != "accept" or claim:
            value = {"accept": claim, "adjust": said, "not-applicable": COUNCIL}[kind]
            returned, decided = False, True
    if returned: return Standing("pending", "return")
    heard = decided or until == "self" or plan.policies["silence"] == "accept"
    return value if heard or value.kind not in ("facts", "points") else Standing("pending", "silence")

def survey_standing(plan, round_, unit, leaf):
    """6.5."""
    survey, pending = plan.set["survey"], Standing("pending", "survey")
    if any(it["group"] == unit["group"] for it in round_["surveyNotHeld"]):
        kind = {"rescale": "not-applicable", "zero": "zero", "pending": None}[survey["notHeld"]]
        return Standing(kind, "survey-not-held") if kind else pending
    counts = [it for it in round_["tally"]["counts"] if it["unit"] == unit["id"]]
    sent = Counter({it["questionnaire"]: it["forms"] for it in counts})
    votes = {(it["questionnaire"], q["question"]): q["options"] for it in counts for q in it["questions"]}
    percents = {it["id"]: {of["id"]: of.get("percent") for of in it["options"]} for it in survey["scales"]}
    forms, all_sent, valid, worth = [], Counter(), Counter(), Counter()
    for form in survey["questionnaires"]:
        asked = [it for it in form["questions"] if it["item"] == leaf["id"]]
        if not asked or unit["group"] not in form["judges"]: continue
        forms.append(form)
        all_sent[form["respondents"]] += sent[form["id"]]
        for question in asked:
            percent, key = percents[question["scale"]], (form["respondents"], question["id"])
            given = votes.get((form["id"], question["id"]), [])
            given = [it for it in given if percent[it["option"]] is not None]
            valid[key] += sum(it["count"] for it in given)
            worth[key] += sum(it["count"] * percent[it["option"]] for it in given)
    weighted = survey["combine"] == "weights"
    weight = {it["id"]: it.get("weight", 1) for it in survey["respondents"]}

    def share(asked):
        """The share of one question; pooled, respondents weigh as much as their valid answers."""
        weights = {key: weight[key[0]] if weighted else valid[key] for key in asked if valid[key]}
        total = sum(of * worth[key] / valid[key] for key, of in weights.items())
        return total / sum(weights.values()) / 100 if weights else None

    is_one = len({respondents for respondents, _ in valid}) == len(valid)  # under each one's own id
    ids = {None} if is_one else {id_ for _, id_ in valid}
    shares = [share([key for key in valid if id_ in (None, key[1])]) for id_ in ids]
    if None in shares or (weighted and 0 in valid.values() and survey["emptyGroup"] == "pending"):
        return pending
    held = lambda form: all_sent[form["respondents"]] > 0 or not weighted
    if any(sent[form["id"]] < form["leastForms"] and held(form) for form in forms):
        return pending if survey["belowLeast"] == "pending" else Standing("zero", "below-least")
    return Standing("share", sum(shares) / len(shares))

def absence(plan, units, data):
    """6.8: why a unit has no part in the period; None where it has."""
    last = plan.set["period"]["to"]
    replaces = [it for unit in units for it in unit.get("replaces", []) if it["unit"] == data["id"]]
    if any(it["since"] <= last for it in replaces): return "replaced"
    own = data.get("replaces", [])
    return "not-yet" if own and all(it["since"] > last for it in own) else None

def stand(plan, round_, data, until):
    """What stands for a unit, but for the relative leaves of 6.7."""
    absent = absence(plan, round_["units"], data)
    if absent: return Unit(data, unscored=absent)
    own = lambda key: [it for it in round_[key] if it["unit"] == data["id"]]
    assessment = next(iter(own("selfAssessments")), None)
    late = late_days(plan, assessment, own("extensions")) if assessment else 0
    if late and plan.policies["late"]["kind"] == "refuse":
        assessment = None
    asks_unit = any(leaf.get("scoredBy") == "unit" for leaf in plan.leaves)
    if assessment is None and asks_unit and plan.policies["missing"] == "unranked":
        return Unit(data, unscored="late" if late else "no-self-assessment")
    answers = {it["item"]: it for it in assessment["answers"]} if assessment else {}
    statistics = {it["item"]: it for it in own("statistics")}
    targets = {it["item"]: it["facts"] for it in own("targets")}
    exempt = {item for it in plan.set["exemptions"] if it["kind"] in data["kinds"] for item in it["items"]}
    entries = {id_: [] for id_ in plan.order}
    for entry in own("ledger"):  # as read, in the order of the replay
        entries[entry["item"]] += [entry] if is_within(entry, until) else []
    claims = {leaf["id"]: claim_of(leaf["rule"], answers.get(leaf["id"], {})) for leaf in plan.leaves}
    leaves = []
    for leaf in plan.leaves:
        item, kind, claim = leaf["id"], plan.kinds[leaf["source"]], claims[leaf["id"]]
        if kind == "appraisal":
            value = opening(leaf, answers.get(item), claim, item in exempt)
            leaves.append(replay(plan, leaf["rule"], value, claim, item in exempt, entries[item], until))
        elif item in exempt:
            leaves.append(REGISTER)
        elif kind == "survey":
            leaves.append(survey_standing(plan, round_, data, leaf))
        else:
            leaves.append(published(statistics[item]) if item in statistics else Standing("pending", "statistic"))
    lines = {
        line["id"]: claim_of(line["rule"], entry)  # 6.4: of the last one
        for line in plan.lines for entry in entries[line["id"]] if entry["kind"] == "adjust"
    }
    return Unit(data, leaves, lines, late, claims, targets)

def relative_points(rule, most, reached, leader=None, best=None):
    """6.7: from A ÷ T and the leader, or from A and the best."""
    if leader is None: return most * reached / best if best else ZERO
    for clause in rule["clauses"]:
        when, points = clause["when"], most * clause["percent"] / 100
        if when == "below-target" and reached < 1: return points * reached
        if (when == "at-target" and reached == 1) or (when == "leader" and reached == leader): return points
        if when == "between" and reached > 1:
            return points + (most * clause["upTo"] / 100 - points) * (reached - 1) / (leader - 1)
    raise ValueError("no clause fits")

def compare_group(plan, members, known=None):
    """6.7: settles the relative leaves of a group's units; `known` is what a record says the group gave."""
    for at, leaf in enumerate(plan.leaves):
        item, compared, marks = leaf["id"], [], {}
        if leaf["rule"]["kind"] != "relative": continue
        for unit in members:
            if unit.leaves[at].kind == "facts":
                name = "leader" if item in unit.targets else "best"
                reached = amount(unit.leaves[at].value) / amount(unit.targets.get(item, {"count": 1}))
                marks[name] = max(reached, marks.get(name, reached))
                compared.append((unit, name, reached))
        if known is not None:
            marks = known.get(item)
        elif any(unit.leaves[at].kind == "pending" for unit in members):
            marks = None
        for unit in members:
            unit.relative.append({"item": item} if marks is None else {"item": item, "group": texts(marks)})
        for unit, name, reached in compared:
            unit.leaves[at] = Standing("pending", "relative")
            if marks is not None:
                points = relative_points(leaf["rule"], leaf["maxPoints"], reached, **{name: marks[name]})
                unit.leaves[at] = Standing("points", points)

# ----------------------------------------------------------------------------------------- 7 The score
def points_of(plan, rule, standing, most=inf):
    """7.1: Rounded(x) of facts, points, a share or zero."""
    kind, points = standing
    if kind == "facts":
        points = rule_points(plan, rule, points, most)
    elif kind == "share":
        points = most * points
    elif kind == "zero":
        points = ZERO
    return Fraction(plan.publish(points) if plan.items else points)

def score_leaf(plan, leaf, standing, claim):
    """7.1: the step of a leaf as in a record, of exact numbers."""
    if standing.kind == "published":
        leaf = {**leaf, "maxPoints": Fraction(standing.value["maxPoints"])}
        standing = Standing("facts", standing.value["facts"])
    rule, most, (kind, value) = leaf["rule"], leaf["maxPoints"], standing
    if kind == "facts" and is_empty_claim(rule, value):
        kind, value = "pending", "claim"
    is_state = kind in ("unanswered", "pending", "not-applicable")
    state = kind if is_state else "scored"
    step = {"item": leaf["id"], "source": leaf["source"], "state": state, "maxPoints": most}
    if is_state or kind == "zero":
        step["reason"] = value
    if kind == "pending":
        step["floor"] = min(ZERO, rule_floor(rule, most))
    elif kind == "not-applicable":
        declared = leaf.get("notApplicable", "rescale")
        step["consequence"] = "rescale" if value == "survey-not-held" else declared
        step.update({"full": {"points": most}, "zero": {"points": ZERO}}.get(step["consequence"], {}))
    elif kind == "unanswered":
        step["points"] = min(ZERO, rule_floor(rule, most))
    else:
        step["points"] = points_of(plan, rule, standing, most)
    if claim and rule["kind"] != "relative":
        step["claimed"] = points_of(plan, rule, claim, most) if claim.kind == "facts" else claim.kind
    return step

def bounds_of(steps):
    """7.2: of the leaves that count the low and the high sum of points, and the maximum."""
    counted = [step for step in steps if "points" in step or "floor" in step]
    total = lambda *keys: sum((next(it[key] for key in keys if key in it) for it in counted), ZERO)
    return total("points", "floor"), total("points", "ceiling", "maxPoints"), total("maxPoints")

def hold(plan, steps):
    """7.6: what the gates make of the steps of the leaves, in place."""
    settled = set()

    def reaches(gate, points, most):
        if not most: return True
        return points * 100 > gate["above"] * most if "above" in gate else points * 100 >= gate["from"] * most

    def settle(at):
        if at in settled: return steps[at]
        settled.add(at)
        closed, waiting, step, leaf = [], [], steps[at], plan.leaves[at]
        for gate in plan.gates[at]:
            low, high, most = bounds_of([settle(it) for it in gate["asked"]])
            if not reaches(gate, high, most): closed.append(gate["item"])
            elif not reaches(gate, low, most): waiting.append(gate["item"])
        least, state = min(ZERO, rule_floor(leaf["rule"], leaf["maxPoints"])), step["state"]
        if closed and state == "scored":
            step.update(reason="gated", gate=closed[0], points=least)
        elif closed and state == "pending":
            step.update(gate=closed[0], ceiling=leaf["maxPoints"] if "notApplicable" in leaf else least)
        elif waiting and state == "scored":
            ceiling = max(least, step.pop("points"))
            step.update(state="pending", reason="gate", gate=waiting[0], floor=least, ceiling=ceiling)
        return step

    for at in range(len(steps)):
        settle(at)

def hold_claims(plan, steps):
    """7.6: the same of what is claimed."""
    def claim(leaf, step):
        most, claimed = leaf["maxPoints"], step.get("claimed")
        if leaf.get("scoredBy") != "unit" or claimed == "not-applicable": return {"state": "not-applicable"}
        least = min(ZERO, rule_floor(leaf["rule"], most))
        if claimed is None: return {"state": "unanswered", "points": least, "maxPoints": most}
        return {"state": "scored", "points": claimed, "maxPoints": most}

    claims = [claim(*of) for of in zip(plan.leaves, steps)]
    hold(plan, claims)
    for step, own in zip(steps, claims):
        step.update({"claimed": own["points"]} if own["state"] == "scored" else {})

def sums(steps):
    """7.2: the step of a node or a source."""
    low, high, most = bounds_of(steps)
    points = {"low": low, "high": high} if any("floor" in it for it in steps) else {"points": low}
    return {**points, "maxPoints": most}

def extra_lines(plan, unit):
    """7.4: (kind, id, points)."""
    lines, late = [], plan.policies["late"]
    for kind, sign in (("bonus", 1), ("penalty", -1)):
        side, total = plan.set[kind], ZERO
        for line in side["lines"]:
            if line["id"] in unit.lines:
                points = points_of(plan, line["rule"], unit.lines[line["id"]])
                kept = min(points, line.get("cap", points))
                lines.append((kind, line["id"], sign * points))
                lines += [("cap", line["id"], sign * (kept - points))] if kept < points else []
                total += kept
        if total > side.get("cap", total):
            lines.append(("cap", kind, sign * (side["cap"] - total)))
    if unit.late and late["kind"] in ("flat", "per-day"):
        charge = late["points"] * (unit.late if late["kind"] == "per-day" else 1)
        lines.append(("late", "late", -min(charge, late.get("cap", charge))))
    return lines

def total_of(plan, unit, bound):
    """7.3: the total as in a record, of exact numbers; low for the bound 0, high for 1."""
    leaves, most, lines, whole = ZERO, ZERO, [], plan.set["maxPoints"]
    for source in plan.kinds:
        mine = [step for step in unit.steps if step["source"] == source]
        own, own_most = itemgetter(bound, 2)(bounds_of(mine))
        left = sum(step["maxPoints"] for step in mine if step.get("consequence") == "rescale-source")
        if own_most:
            leaves, most = leaves + own, most + own_most + left
            lines += [("conversion", source, own * left / own_most)] if left else []
    added = lambda of: sum(points for _, _, points in of)
    base, extra, index = leaves + added(lines), extra_lines(plan, unit), {}
    if most:
        free, limits = base / most * 100 + added(extra) / whole * 100, plan.policies["limits"]
        kept = min(max(free, limits.get("min", -inf)), limits.get("max", inf))
        limit = ("cap", "min" if kept > free else "max", (kept - free) * whole / 100)
        extra, index = extra + [limit] * (kept != free), {"index": kept}
    rows = [{"kind": kind, "id": id_, "points": points} for kind, id_, points in lines + extra]
    return {"leaves": leaves, "maxPoints": most, "lines": rows, "points": base + added(extra), **index}

def part_of(plan, unit, asked):
    """The steps of the leaves of an item or a source."""
    if "source" in asked: return [step for step in unit.steps if step["source"] == asked["source"]]
    below = [unit.steps[at:end] for node, at, end in plan.nodes if node == asked["item"]]
    return below[0] if below else [step for step in unit.steps if step["item"] == asked["item"]]

def is_met(plan, unit, condition):
    """7.7: whether a unit meets a condition of a grade."""
    if "unused" in condition:
        kinds = ("penalty", "late")
        return not any(it["points"] for it in unit.low["lines"] if it["id"] == condition["unused"] and it["kind"] in kinds)
    steps = part_of(plan, unit, condition)
    points, _, most = bounds_of(steps)
    if not most: return True
    share = Fraction(plan.publish(points * 100 / most))
    return share > condition["above"] if "above" in condition else share >= condition["from"]

def score(plan, unit):
    """7.5: adds the steps of the leaves, the totals, the exact index if it is published, and `result`."""
    of_leaves = zip(plan.leaves, unit.leaves, map(unit.claims.get, plan.order))
    unit.steps = [score_leaf(plan, *of_leaf) for of_leaf in of_leaves]
    if any(plan.gates):
        hold_claims(plan, unit.steps)
        hold(plan, unit.steps)
    unit.low, unit.high = total_of(plan, unit, 0), total_of(plan, unit, 1)
    states = {step["state"] for step in unit.steps}
    if "unanswered" in states and plan.policies["unanswered"] == "refused":
        state = "refused"
    elif "pending" in states:
        state = "provisional"
    else:
        state = "complete" if "index" in unit.low else "not-applicable"
    unit.result = {"state": state, "maxPoints": exact_text(unit.low["maxPoints"])}
    if state == "complete":
        unit.index = unit.low["index"]
        index, points = plan.publish(unit.index), plan.publish(unit.low["points"])
        unit.result.update(index=index, points=points)
        reached = [it for it in plan.set["grades"] if it.get("from", -inf) <= Fraction(index)]
        grade = [it["id"] for it in reached if all(is_met(plan, unit, of) for of in it.get("requires", []))][:1]
        unit.result.update({"grade": id_ for id_ in grade})
        unit.result.update({"reaches": reached[0]["id"] for id_ in grade if id_ != reached[0]["id"]})
    if state == "provisional":
        low, high = (plan.publish(total.get("index", ZERO)) for total in (unit.low, unit.high))
        unit.result["bounds"] = {"low": low, "high": high}
    claimed = [step["claimed"] for step in unit.steps if isinstance(step.get("claimed"), Fraction)]
    unit.result.update({"claimed": plan.publish(sum(claimed))} if claimed else {})

# --------------------------------------------------------------------------------------- 8 The ranking
def breaker_key(plan, unit, breaker):
    """The key of a tie-breaker; None where it is absent."""
    by, id_ = breaker["by"], breaker["id"]  # `item` and `source` are also keys of the steps
    below = [unit.steps[at:end] for node, at, end in plan.nodes if by == "item" and node == id_]
    steps = below[0] if below else [it for it in unit.steps if it[by] == id_]
    points = [step["points"] for step in steps if "points" in step]
    if not points: return None
    return sum(points) if breaker["exact"] else Fraction(plan.publish(sum(points)))

def rank(plan, units):
    """The ranking of the units of one group, as in a record."""
    ranking, ranked, unranked, places = plan.set["ranking"], [], [], []
    for unit in sorted(units, key=lambda unit: unit.id):
        index = {} if unit.index is None else {"index": unit.result["index"]}
        if index and "exempt" not in unit.data:
            first = Fraction(index["index"]) if ranking["on"] == "published" else unit.index
            ranked.append(([first, *(breaker_key(plan, unit, it) for it in ranking["tieBreakers"])], unit))
        else:
            reason = unit.unscored or ("exempt" if "exempt" in unit.data else unit.result["state"])
            unranked.append({"unit": unit.id, "reason": reason, **index})
    ranked.sort(key=lambda it: [-inf if key is None else key for key in it[0]], reverse=True)  # stable
    all_keys = [keys for keys, _ in ranked]
    before = (all_keys if ranking["ties"] == "skip" else [keys for keys, _ in groupby(all_keys)]).index
    for at, (keys, unit) in enumerate(ranked):
        index, beside = unit.result["index"], ranked[max(at - 1, 0):at] + ranked[at + 1:at + 2]
        rivals = [other for other, it in beside if other != keys and it.result["index"] == index]
        place = {"place": before(keys) + 1, "unit": unit.id, "index": index, "tied": all_keys.count(keys) > 1}
        decided = {"decidedBy": decided_by(plan, keys, rivals[0])} if rivals else {}
        places.append({**place, **only(unit.result, "grade"), **decided})
    summary = plan.set["status"] == "summary"
    published = [unit for unit in units if unit.index is not None]
    indexes = [Fraction(unit.result["index"]) if summary else unit.index for unit in published]
    mean = {"mean": plan.publish(sum(indexes) / len(indexes))} if indexes else {}
    absent = ("replaced", "not-yet")  # no part in the period, and nothing to approve
    complete = all(it["reason"] in ("exempt", *absent) for it in unranked)
    approved = all(unit.approved for unit in units if unit.unscored not in absent)
    ranking = {"places": places, "unranked": unranked, "complete": complete, "approved": approved}
    ranking.update({**mean, "meanOf": len(indexes)})
    passed = list(passed_quotas(plan, places))
    return {**ranking, "passedQuotas": passed} if passed else ranking

def passed_quotas(plan, places):
    """8: the grades that more units have than their quota allows."""
    for grade in plan.set["grades"]:
        own = [it for it in places if it.get("grade") == grade["id"]]
        if "quota" not in grade: continue
        percent = grade["quota"]["percent"]
        allowed = int(percent * len(places) / 100)
        if len(own) <= allowed: continue
        edge = [it["unit"] for it in own if it["place"] == own[allowed]["place"]]
        yield {"grade": grade["id"], "percent": exact_text(percent), "allowed": allowed, "count": len(own), "edge": edge}

def part_list(plan, units, by):
    """8.1: by id the place and component index of those whose item or source is settled; all of one list."""
    shares = {}
    for unit in units:
        if unit.unscored or "exempt" in unit.data or unit.result["state"] == "refused": continue
        low, _, most = bounds_of(part_of(plan, unit, by))
        is_open = any("floor" in step for step in part_of(plan, unit, by))
        if most and not is_open: shares[unit.id] = low * 100 / most
    value = lambda share: Fraction(plan.publish(share)) if plan.set["ranking"]["on"] == "published" else share
    values = [value(share) for share in shares.values()]
    others = values if plan.set["ranking"]["ties"] == "skip" else set(values)
    place = lambda share: 1 + sum(it > value(share) for it in others)
    return {id_: {"place": place(share), "index": plan.publish(share)} for id_, share in shares.items()}

def followers(register, has_part):
    """8.2: by id the units that it replaces, and those that replace it, through units that have a part in no list."""
    pairs = [(it["id"], old["unit"]) for it in register for old in it.get("replaces", [])]
    steps = [{}, {}]
    for pair in pairs:
        for own, other, step in ((*pair, steps[0]), (*pair[::-1], steps[1])): step.setdefault(own, []).append(other)
    def ends(id_, step):
        found, open_, seen = set(), [id_], {id_}
        while open_:
            for other in step.get(open_.pop(), []):
                if other in seen: continue
                seen.add(other)
                (found.add if has_part(other) or other not in step else open_.append)(other)
        return found
    return [(lambda id_, step=step: ends(id_, step)) for step in steps]

def moves(before, after, register):
    """8.2: by id how units moved between two rankings; of a unit that alone replaces just one other, from that one's place."""
    side = lambda ranking: {it["unit"]: it for it in ranking["places"] + ranking["unranked"]}
    part = lambda ranking: {id_ for id_, it in side(ranking).items() if it.get("reason") not in ("replaced", "not-yet")}
    old, now = side(before), side(after)
    gone, new = part(before) - part(after), part(after) - part(before)
    there, back = followers(register, lambda id_: id_ in part(before) | part(after))
    formers, into, moved = {}, {}, {}
    for id_ in new:
        for step, other in ((there, back), (back, there)):
            ends = step(id_)
            if ends & gone: formers[id_] = (ends & gone, len(ends) == 1 and other(*ends) == {id_})
    for id_, (from_, _) in formers.items():
        for former in from_: into.setdefault(former, set()).add(id_)
    compared = {id_: former for id_, (from_, is_only) in formers.items() for former in from_ if is_only}
    for id_, own in now.items():
        if id_ in into: continue
        was = old.get(compared.get(id_, id_), {}) if id_ in compared or id_ not in formers else {}
        moved[id_] = {"state": "both" if was else "new"}
        if not was and id_ in formers: moved[id_]["from"] = sorted(formers[id_][0])
        moved[id_].update({key: it["place"] for key, it in (("before", was), ("after", own)) if "place" in it})
        if "place" in was and "place" in own: moved[id_]["rose"] = was["place"] - own["place"]
        if "index" in was and "index" in own:
            moved[id_]["gained"] = exact_text(Fraction(own["index"]) - Fraction(was["index"]))
    for id_ in old.keys() - moved.keys() - set(compared.values()):
        moved[id_] = {"state": "gone", **({"before": old[id_]["place"]} if "place" in old[id_] else {})}
        if id_ in into: moved[id_]["into"] = sorted(into[id_])
    return moved

def list_of(plan, units, rankings, asked, register):
    """What a list of a case holds, by its keys: `by`, `group` or `across`, `before`."""
    if "before" in asked:
        before = assess(plan, read_round(asked["before"], plan))[1][asked["group"]]
        return {"moves": moves(before, rankings[asked["group"]], register)}
    members = [it for it in units.values() if asked.get("across") or it.data["group"] == asked["group"]]
    if "by" in asked: return {"places": part_list(plan, members, asked["by"])}
    return {"places": {it["unit"]: only(it, "place", "index") for it in rank(plan, members)["places"]}}

def decided_by(plan, keys, others):
    """The first key in which two units differ, with as many decimals as show it."""
    at, own, other = next((at, *of) for at, of in enumerate(zip(keys, others)) if of[0] != of[1])
    name = only(plan.set["ranking"]["tieBreakers"][at - 1], "by", "id") if at else {"by": "exact-index"}
    if own is None or other is None: return {**name, "value": "" if own is None else plan.publish(own)}
    for places in range(plan.places, 41):
        value = rounded_text(own, places, "down")
        if value != rounded_text(other, places, "down"): return {**name, "value": value}
    return {**name, "value": f"{own.numerator}/{own.denominator}"}

def approved_units(plan, round_, until):
    """7.5: the ids of the units whose final act is there, and where it counts, those of their whole group."""
    units = [it for it in round_["units"] if not absence(plan, round_["units"], it)]  # 6.8
    ids = {it["id"] for it in units}
    if plan.set["status"] == "summary": return ids
    final = [it for it in round_["acts"] if it["stage"] == "final" and until != "self" and is_within(it, until)]
    closed = {it["council"] for it in final}
    judged = ids & {unit for it in round_["councils"] if it["id"] in closed for unit in it["units"]}
    relative = [leaf["id"] for leaf in plan.leaves if leaf["rule"]["kind"] == "relative"]
    open_ = {it["group"] for it in units if it["id"] not in judged}
    exempt = lambda it: {item for of in plan.set["exemptions"] if of["kind"] in it["kinds"] for item in of["items"]}
    waits = lambda it: it["group"] in open_ and not set(relative) <= exempt(it)
    return judged - {it["id"] for it in units if relative and waits(it)}

def assess(plan, round_, until=None, known=None):
    """By id the units of a round as read, scored where they can be, and the rankings of the groups."""
    round_, units, rankings = exact(round_), {}, {}
    approved = approved_units(plan, round_, until)
    for group in plan.set["groups"]:
        members = [stand(plan, round_, it, until) for it in round_["units"] if it["group"] == group["id"]]
        scored = [unit for unit in members if not unit.unscored]
        compare_group(plan, scored, known)
        for unit in scored:
            score(plan, unit)
        for unit in members:
            unit.approved = unit.id in approved
        units.update({unit.id: unit for unit in members})
        rankings[group["id"]] = rank(plan, members)
    return units, rankings

# ----------------------------------------------------------- 9.5, step 1: the closed shape of a record
SCHEMA = json.loads((Path(__file__).parents[2] / "criteria" / "record.schema.json").read_text("utf-8"))
TYPES = {
    "object": lambda it: isinstance(it, dict),
    "array": lambda it: isinstance(it, list),
    "string": lambda it: isinstance(it, str),
    "integer": lambda it: type(it) is int and abs(it) < 2**53,
    "boolean": lambda it: isinstance(it, bool),
}
same = lambda one, other: type(one) is type(other) and one == other
LETTERS, DEPTH = 20_000, 32  # the longest text, the deepest nesting
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
FREE = {
    "units": ["exempt"], "roles": ["holders"], "approved": ["role"], "answers": ["explanation"],
    "evidence": ["number", "issuer", "title", "section", "page"], "notApplicable": ["reason"],
    "ledger": ["reason"], "surveyNotHeld": ["reason"], "statistics": ["reference"],
    "findings": ["what", "by"], "extensions": ["reason"],
}

def not_plain(record):
    """The first place of what no record holds: a fraction, other text than NFC, nesting without end. No recursion."""
    stack = [(record, (), 0)]
    while stack:
        value, path, depth = stack.pop()
        if isinstance(value, (dict, list)):
            if depth >= DEPTH: return path
            inner = value.items() if isinstance(value, dict) else enumerate(value)
            stack.extend((it, (*path, key), depth + 1) for key, it in reversed(list(inner)))
        elif isinstance(value, str):
            if len(value) > LETTERS or UNSEEN.search(value): return path
            if any("\ud800" <= it <= "\udfff" for it in value) or not unicodedata.is_normalized("NFC", value): return path
        elif value is not None and not isinstance(value, bool) and not TYPES["integer"](value):
            return path
    return None

def misfit(shape, value):
    """The first place at which a value is not of a shape of the JSON Schema; None where it is."""
    if "$ref" in shape: shape = SCHEMA["$defs"][shape["$ref"].rsplit("/", 1)[1]]
    if "oneOf" in shape:
        told = lambda it: next((key for key, inner in it.get("properties", {}).items() if "const" in inner), None)
        key = told(shape["oneOf"][0])
        if key is None: return None if any(misfit(it, value) is None for it in shape["oneOf"]) else ()
        if not isinstance(value, dict): return ()
        meant = [it for it in shape["oneOf"] if same(it["properties"][key]["const"], value.get(key))]
        return misfit(meant[0], value) if meant else (key,)
    if "const" in shape: return None if same(shape["const"], value) else ()
    if "enum" in shape: return None if any(same(it, value) for it in shape["enum"]) else ()
    if "type" in shape and not TYPES[shape["type"]](value): return ()
    if isinstance(value, str):
        if shape.get("format") == "date": return None if is_day(value) else ()
        pattern = shape.get("pattern", "").replace("\\S", f"[^{SPACES}]", 1).replace("]*\\S)", f"]*[^{SPACES}])")
        fits = re.search(pattern.replace("$", r"\Z").replace("\\d", "[0-9]"), value)
        return None if fits and len(value) <= shape.get("maxLength", LETTERS) else ()
    if isinstance(value, int):
        return None if shape.get("minimum", value) <= value <= shape.get("maximum", value) else ()
    if isinstance(value, list):
        if len(value) < shape.get("minItems", 0): return ()
        if len(value) > shape.get("maxItems", len(value)): return (shape["maxItems"],)
        return first_place((at, misfit(shape["items"], it)) for at, it in enumerate(value))
    if "properties" not in shape: return None
    for key, inner in shape["properties"].items():
        if key not in value:
            if key in shape["required"]: return (key,)
            continue
        found = misfit(inner, value[key])
        if found is not None: return (key, *found)
    stray = sorted(set(value) - set(shape["properties"]))
    return (stray[0],) if stray else None

def first_place(places):
    """Of places within keys or positions the first that is one, from above."""
    return next(((key, *found) for key, found in places if found is not None), None)

def is_day(text):
    """Whether a text is a day of the calendar, from 1900 on."""
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) or text < "1900": return False
    try: return bool(date.fromisoformat(text))
    except ValueError: return False

def retold(value, key):
    """9.2: with `sha256:` and the digest in place of each free text."""
    tell = lambda it: [tell(of) for of in it] if isinstance(it, list) else f"sha256:{sha256(it.encode('utf-8')).hex()}"
    if isinstance(value, list): return [retold(it, key) for it in value]
    if not isinstance(value, dict): return value
    free = FREE.get(key, [])
    return {name: tell(it) if name in free else retold(it, name) for name, it in value.items()}

def mistold(value, key, are_digests, is_free=False):
    """The first free text that is no digest where all are, or is one where none is."""
    if isinstance(value, dict):
        free = FREE.get(key, [])
        return first_place((name, mistold(it, name, are_digests, name in free)) for name, it in value.items())
    if isinstance(value, list):
        return first_place((at, mistold(it, key, are_digests, is_free)) for at, it in enumerate(value))
    is_digest = is_free and bool(re.fullmatch("sha256:[0-9a-f]{64}", value))
    return () if is_free and is_digest != are_digests else None

def strange_place(record):
    """9.5, step 1: the place at which something is no record, as a JSON Pointer; None where it is one."""
    place = () if not isinstance(record, dict) else not_plain(record)
    if place is None and not same(record.get("format"), 1): place = ("format",)
    if place is None and record.get("kind") not in ("unit", "group"): place = ("kind",)
    if place is None:
        place = misfit(SCHEMA["$defs"]["unit"] if record["kind"] == "unit" else SCHEMA["oneOf"][1], record)
    if place is None: place = contradiction(record)
    if place is None: return None
    return "".join("/" + str(it).replace("~", "~0").replace("/", "~1") for it in place)

def contradiction(record):
    """9.5, step 1: the place at which a record of the right shape contradicts itself."""
    if record["kind"] == "unit": return in_unit(record) or in_digests(record)
    before = ""
    for at, unit in enumerate(record["units"]):
        for key in ("set", "round", "group", "until", "texts"):
            if unit.get(key) == record.get(key): continue
            names = ("id", "edition", "digest")
            inner = [it for it in names if unit["set"][it] != record["set"][it]] if key == "set" else []
            return ("units", at, key, *inner[:1])
        if unit["unit"] <= before: return ("units", at, "unit")
        before = unit["unit"]
        found = in_unit(unit) or in_digests(unit)
        if found: return ("units", at, *found)
    return in_digests(record)

def in_digests(record):
    """Just the parts that are there have a digest."""
    names = {**parts_of(record)}
    order = [it for it in PARTS if it in names]
    for name in order:
        if not re.fullmatch("[0-9a-f]{64}", str(record["digests"].get(name))): return ("digests", name)
    stray = sorted(set(record["digests"]) - set(names))
    return ("digests", stray[0]) if stray else None

def in_unit(record):
    """The same of the record of a unit."""
    inputs, unit, group = itemgetter("inputs", "unit", "group")(record)
    steps = record.get("steps")
    own = next((it for it in inputs["units"] if it["id"] == unit), None)
    if own is None: return ("unit",)
    is_replaced, follows = record["result"].get("reason") == "replaced", lambda it: unit in [of["unit"] for of in it.get("replaces", [])]
    for at, it in enumerate(inputs["units"]):
        if it is not own and not (is_replaced and follows(it)): return ("inputs", "units", at)
    if own["group"] != group: return ("group",)
    for key, name in (("set", "id"), ("edition", "edition")):
        if inputs[key] != record["set"][name]: return ("inputs", key)
    keys = ["selfAssessments", "ledger", "statistics", "targets", "findings", "extensions"]
    council = inputs["councils"][0] if inputs["councils"] else {}
    alike = [((key,), inputs[key], "unit", unit) for key in keys]
    alike.append((("tally", "counts"), inputs["tally"]["counts"], "unit", unit))
    for path, members, key, expected in alike:
        for at, it in enumerate(members):
            if it[key] != expected: return ("inputs", *path, at, key)
    if council and council["units"] != [unit]: return ("inputs", "councils", 0, "units")
    for key, name, expected in (("acts", "council", council.get("id")), ("surveyNotHeld", "group", group)):
        for at, it in enumerate(inputs[key]):
            if it[name] != expected: return ("inputs", key, at, name)
    order = {it["item"]: at for at, it in enumerate(steps["leaves"])} if steps else {}
    place = lambda it: order.get(it["item"], len(order))
    answers = [it for assessment in inputs["selfAssessments"] for it in assessment["answers"]]
    above = ("inputs", "selfAssessments", 0, "answers")
    found = repeated(answers)
    if found: return (*above, *found)
    for at in range(1, len(answers) if steps else 0):
        if place(answers[at]) < place(answers[at - 1]): return (*above, at)
    replay = lambda it: (STAGES.index(it["stage"]), it["kind"] == "explain", it["date"], it.get("decision", {}).get("number", ""))
    for at in range(1, len(inputs["ledger"]) if steps else 0):
        before, entry = inputs["ledger"][at - 1 : at + 1]
        is_late = before["item"] == entry["item"] and replay(entry) < replay(before)
        if place(entry) < place(before) or is_late: return ("inputs", "ledger", at)
    found = mistold(inputs, "inputs", record["texts"] == "digest")
    if found is not None: return ("inputs", *found)
    found = repeated(record["relative"])
    if found: return ("relative", *found)
    if (steps is None) != (record["result"]["state"] == "unscored"): return ("steps",)
    found = in_steps(steps, record["result"]["state"]) if steps else None
    if found: return ("steps", *found)
    return ("place", "place") if record["place"].get("place", 0) > record["place"]["ranked"] else None

def repeated(members):
    """The first member whose item an earlier one has."""
    met = set()
    for at, it in enumerate(members):
        if it["item"] in met: return (at, "item")
        met.add(it["item"])
    return None

def in_steps(steps, state):
    """The same of the steps."""
    leaves = steps["leaves"]
    found = repeated(leaves)
    if found: return ("leaves", *found)
    letters = 0
    for at, leaf in enumerate(leaves):
        for key in ("points", "floor", "ceiling", "claimed"):
            letters += len(leaf.get(key, ""))
            if letters > 2 * min(LETTERS, 2_000 + 100 * len(leaves)): return ("leaves", at, key)
    is_open = any(leaf["state"] == "pending" for leaf in leaves)
    for key in ("total", "low", "high"):
        if (key not in steps) != ((key == "total") == is_open): return (key,)
    for at, node in enumerate(steps["nodes"]):
        first, end = node["leaves"]
        if first >= end or end > len(leaves): return ("nodes", at, "leaves")
    return ("leaves",) if state == "provisional" and not is_open else None

def check_inputs(plan, unit, inputs):
    """9.5, step 4: whether inputs are as read, and without the faults that a record could hide."""
    try: read = read_round(json.loads(json.dumps(inputs)), plan)
    except Exception as error:
        yield f"inputs: {error!r}"
        return
    own = next(it for it in inputs["units"] if it["id"] == unit)
    if absence(plan, inputs["units"], own) != "replaced":
        yield from (f"inputs.units[{at}]: replaces nobody" for at, it in enumerate(inputs["units"]) if it is not own)
    of = {leaf["id"]: leaf for leaf in plan.leaves}
    for at, it in enumerate(inputs["statistics"]):
        yield from (f"inputs.statistics[{at}]: {fault}" for fault in check_published(plan, of[it["item"]], it))
    roles = {role["id"]: role for council in inputs["councils"] for role in council["roles"]}
    met = set()
    for at, entry in enumerate(inputs["ledger"]):
        name = f"inputs.ledger[{at}]"
        is_unit = entry["kind"] == "explain"
        key = (entry["item"], entry["stage"], is_unit, entry.get("decision", {}).get("number"))
        if key in met: yield f"{name}: twice"
        met.add(key)
        if is_unit: continue
        if not may_decide(plan, roles.get(entry["by"]), entry): yield f"{name}.by: {entry['by']} has no right"
        if entry["kind"] in ("adjust", "not-applicable", "return") and "reason" not in entry:
            yield f"{name}.reason: none"
        if entry["kind"] == "adjust" and len(only(entry, "facts", "points", "votes")) != 1: yield f"{name}: not one value"
        given = [("points", entry["points"])] if "points" in entry else []
        given += [(f"votes[{n}].points", vote["points"]) for n, vote in enumerate(entry.get("votes", []))]
        for key, points in given:
            if not may_be_given(plan, entry["item"], points): yield f"{name}.{key}: {points} is not to be given"
        yield from (f"{name}.{fault}" for fault in check_voters(plan, roles, entry))
    yield from (f"inputs.{fault}" for fault in differences("", read, inputs))

def check_published(plan, leaf, it):
    """5.5: what only a summary set takes from a publication."""
    if "notApplicable" not in it and "maxPoints" not in it:
        if "facts" not in it: yield "no facts"
    elif plan.set["status"] != "summary": yield "not of a summary set"
    elif "notApplicable" in it:
        if "facts" in it or "maxPoints" in it or "notApplicable" not in leaf: yield "not applicable"
    elif leaf["rule"]["kind"] != "direct": yield "a maximum of its own without points"
    elif not Fraction(it["facts"]["points"]) <= Fraction(it["maxPoints"]) <= Fraction(leaf["maxPoints"]):
        yield "points above the maximum, or that above the declared one"

def may_decide(plan, role, entry):
    """5.2: whether a role decides the item in that stage."""
    if role is None or entry["stage"] not in role["decides"]: return False
    below = lambda id_: {plan.order[at] for node, first, end in plan.nodes if node == id_ for at in range(first, end)}
    return "items" not in role or any(entry["item"] in {id_} | below(id_) for id_ in role["items"])

def may_be_given(plan, item, points):
    """5.4: between floor and maximum, on the step; without one as many decimals as are published."""
    target, points = (plan.leaves + plan.lines)[plan.order.index(item)], Fraction(points)
    rule, most = target["rule"], target.get("maxPoints", inf)
    least = min(ZERO, rule_floor(rule, most)) if "maxPoints" in target else ZERO
    return least <= points <= most and (points / rule.get("step", Fraction(1, 10**plan.places))).denominator == 1

def check_voters(plan, roles, entry):
    """5.4: each role that decides the item in that stage votes once or is absent, and no other."""
    if "votes" not in entry: return
    if not entry["votes"]: yield "votes: nobody votes"
    voters = [(f"votes[{at}].by", it["by"]) for at, it in enumerate(entry["votes"])]
    voters += [(f"absent[{at}]", by) for at, by in enumerate(entry.get("absent", []))]
    met = set()
    is_told = len({by for _, by in voters}) == len(voters)
    for key, by in voters:
        if by in met: yield f"{key}: {by} stands twice"
        elif not may_decide(plan, roles.get(by), entry): yield f"{key}: {by} has no right"
        met.add(by)
    if not is_told or not met <= set(roles): return  # whoever stands there may be the one that is missing
    missing = [id_ for id_, role in roles.items() if id_ not in met and may_decide(plan, role, entry)]
    if missing: yield f"votes: without {', '.join(missing)}"

def check_refused(record, edits, place):
    """Whether a record with changes is refused at that place; an edit without `value` takes away."""
    record = json.loads(json.dumps(record))
    for edit in edits:
        *above, key = [it.replace("~1", "/").replace("~0", "~") for it in edit["at"][1:].split("/")]
        holder = record
        for step in above: holder = holder[int(step) if isinstance(holder, list) else step]
        if isinstance(holder, list): holder[int(key) : int(key) + 1] = [edit["value"]] if "value" in edit else []
        elif "value" in edit: holder[key] = edit["value"]
        else: del holder[key]
    found = strange_place(record)
    if found != place: yield f"refused at {found}, not at {place}"

# ------------------------------------------------------------ 9 The record. A check gives what is wrong.
SHARED = ["format", "set", "round", "group", "until", "texts"]
HEAD = {"unit": ["format", "kind", "set", "unit", "group", "until", "texts"]}
HEAD["group"] = ["format", "kind", "set", "round", "group", "until", "texts"]
INPUTS_HEAD = ["format", "set", "edition", "title", "status"]
PARTS = ["head", "declared", "inputs.head", "inputs.units", "inputs.councils", "inputs.selfAssessments"]
PARTS += ["inputs.ledger", "inputs.acts", "inputs.tally", "inputs.surveyNotHeld", "inputs.statistics"]
PARTS += ["inputs.targets", "inputs.findings", "inputs.extensions", "relative", "steps.leaves", "steps.nodes"]
PARTS += ["steps.sources", "steps.total", "steps.low", "steps.high", "result", "place", "ranking", "root"]
UNIT, GROUP = ["declared", "inputs", "relative", "steps", "result", "place"], ["units", "ranking", "root"]

def computed(plan, unit, ranking):
    """9.2: what the recomputation gives of a unit."""
    whole, row = plan.set, next(it for it in ranking["places"] + ranking["unranked"] if it["unit"] == unit.id)
    declared = only(whole, "maxPoints", "policies", "ranking")
    declared["grades"] = [only(grade, "id", "from", "requires") for grade in whole["grades"]]
    caps = {f"{side}Cap": whole[side].get("cap") for side in ("bonus", "penalty")}
    declared.update({key: cap for key, cap in caps.items() if cap})
    if "survey" in whole:
        declared["survey"] = only(whole["survey"], "combine", "emptyGroup", "belowLeast", "notHeld")
    place = only(row, "place", "tied") or only(row, "reason")
    place.update({"ranked": len(ranking["places"]), "complete": ranking["complete"]})
    parts = {"declared": declared, "relative": unit.relative, "place": place}
    approved = {"approved": unit.approved}
    if unit.unscored: return texts({**parts, "result": {"state": "unscored", **approved, "reason": unit.unscored}})
    of_source = lambda source: [step for step in unit.steps if step["source"] == source]
    is_open = any(step["state"] == "pending" for step in unit.steps)
    steps = {
        "leaves": unit.steps,
        "nodes": [{"item": id_, "leaves": [at, to], **sums(unit.steps[at:to])} for id_, at, to in plan.nodes],
        "sources": [{"source": source, **sums(of_source(source))} for source in plan.kinds],
        **({"low": unit.low, "high": unit.high} if is_open else {"total": unit.low}),
    }
    return texts({**parts, "steps": steps, "result": {**unit.result, **approved}})

def differences(name, expected, got):
    """Where two values differ."""
    if isinstance(expected, dict) and isinstance(got, dict):
        for key in {**expected, **got}:
            yield from differences(f"{name}.{key}".lstrip("."), expected.get(key), got.get(key))
    elif isinstance(expected, list) and isinstance(got, list) and len(expected) == len(got):
        for at, pair in enumerate(zip(expected, got)):
            yield from differences(f"{name}[{at}]", *pair)
    elif canonical(expected) != canonical(got):
        yield f"{name}: expected {expected}, got {got}"

def check_computation(plan, record):
    """9.5, step 4: a unit's record with its `relative`, the records of a group all together."""
    records, known = record.get("units"), None
    keys = ["declared", "steps", "result", "relative", "place", *SHARED]
    if record["kind"] == "unit":
        records, keys = [record], keys[:3]
        exact_mark = lambda mark, *_: mark and Fraction(mark)
        known = {it["item"]: each(it.get("group"), exact_mark) for it in record["relative"]}
    inputs = {"tally": {"counts": [it for of in records for it in of["inputs"]["tally"]["counts"]]}}
    for key in "units councils selfAssessments ledger acts surveyNotHeld statistics targets extensions".split():
        inputs[key] = [it for of in records for it in of["inputs"][key]]
    inputs["units"] = list({canonical(it): it for it in inputs["units"]}.values())
    units, rankings = assess(plan, read_round(inputs, plan), record.get("until"), known)
    if record["kind"] == "unit" and any(leaf["rule"]["kind"] == "relative" for leaf in plan.leaves):
        for unit in units.values():  # of others' acts, on which relative leaves wait, only the round knows
            unit.approved = unit.approved and record["result"]["approved"]
    ranking, named = rankings[record["group"]], {it["unit"] for it in records}
    replaces = lambda unit: any(it["unit"] in named for it in units[unit].data.get("replaces", []))
    beside = {unit for unit in units if unit not in named and replaces(unit)}
    yield from differences("units", sorted(units.keys() - beside), [it["unit"] for it in records])
    for sealed in records:
        expected = {**record, **computed(plan, units[sealed["unit"]], ranking)}
        faults = differences("", only(expected, *keys), only(sealed, *keys))
        yield from (f"unit {sealed['unit']}: {fault}" for fault in faults)
    if record["kind"] == "group": yield from differences("ranking", ranking, record["ranking"])

def parts_of(record):
    """9.4: the parts of a record by their names."""
    body = {"unit": UNIT, "group": GROUP}[record["kind"]]
    parts = {"head": only(record, *HEAD[record["kind"]]), **only(record, *body)}
    inputs, steps = parts.pop("inputs", {}), parts.pop("steps", {})
    parts.pop("units", None)
    parts.update({"inputs.head": only(inputs, *INPUTS_HEAD)} if inputs else {})
    parts.update({f"inputs.{key}": it for key, it in inputs.items() if key not in INPUTS_HEAD})
    return {**parts, **{f"steps.{key}": it for key, it in steps.items()}}

def check_digests(record):
    """9.4, and 9.5, step 2."""
    digests = {name: digest(part) for name, part in parts_of(record).items()}
    own = {"digests": digests, "digest": digest(record["digests"])}
    for unit in record.get("units", []):
        yield from (f"unit {unit['unit']}: {fault}" for fault in check_digests(unit))
    if record["kind"] == "group":
        own["root"] = tree_hash([leaf_hash(unit) for unit in record["units"]]).hex()
    yield from differences("", own, only(record, *own))

def check_record(record, plans):
    """9.5, with the criteria set and without the round."""
    strange = strange_place(record)
    if strange is not None:
        yield f"unreadable at {strange}"
        return
    yield from check_digests(record)
    plan = plans.get(record["set"]["digest"])
    if plan is None or only(plan.set, "id", "edition") != only(record["set"], "id", "edition"):
        yield "set: no criteria set of this id, edition and digest is here"
        return
    for unit in record.get("units", [record]):
        prefix = f"unit {unit['unit']}: " if "units" in record else ""
        faults = [*check_inputs(plan, unit["unit"], unit["inputs"])]
        yield from (prefix + fault for fault in faults)
        if faults: return
    yield from check_computation(plan, record)

def check_place(record, plans, place):
    """Whether a record, whose digests hold, is refused, and at that place first; a place is a JSON Pointer."""
    faults = [re.match(r"(?:unit (\S+): )?([^ :]+)", it) for it in check_record(record, plans)]
    at = {it["unit"]: at for at, it in enumerate(record.get("units", []))}
    where = lambda unit, name: (f"/units/{at[unit]}" if unit in at else "") + "/" + re.sub(r"\]", "", re.sub(r"[.\[]", "/", name))
    strange = strange_place(record)
    found = [where(*it.groups()) for it in faults] if strange is None else [strange]
    if found[:1] != [place]: yield f"refused at {found[:1]}, not at {place}"

# -------------------------------------------------------------------- 9.3 The Merkle tree and its proofs
def leaf_hash(record):
    """The hash of a unit's record: of its digest, with texts as digests."""
    reduced = record
    if record["texts"] == "full":
        reduced = {**record, "texts": "digest", "inputs": retold(record["inputs"], "inputs")}
    digests = {name: digest(part) for name, part in parts_of(reduced).items()}
    return sha256(b"\x00" + bytes.fromhex(digest(digests)))

node_hash = lambda left, right: sha256(b"\x01" + left + right)
left_size = lambda size: 1 << (size - 1).bit_length() - 1  # the largest power of two that is smaller

def tree_hash(leaves):
    """The root over the hashes of leaves."""
    if len(leaves) < 2: return leaves[0] if leaves else sha256(b"")
    left = left_size(len(leaves))
    return node_hash(tree_hash(leaves[:left]), tree_hash(leaves[left:]))

def path_hash(leaf, index, size, path):
    """The root to which a path leads from the hash of a leaf."""
    if (size == 1) != (not path): raise ValueError("the path is too long or too short")
    if size == 1: return leaf
    *below, sibling = path
    left = left_size(size)
    if index < left: return node_hash(path_hash(leaf, index, left, below), sibling)
    return node_hash(sibling, path_hash(leaf, index - left, size - left, below))

def check_proof(record, proof, root):
    """9.3: whether the record of a unit belongs to the root that was published."""
    index, size, path = itemgetter("index", "size", "path")(proof)
    if {type(index), type(size)} != {int} or not 0 <= index < size:
        yield f"no leaf {index} of {size}"
    elif not all(re.fullmatch("[0-9a-f]{64}", it) for it in path):
        yield "a sibling that is no hash"
    else:
        reached = path_hash(leaf_hash(record), index, size, [bytes.fromhex(it) for it in path]).hex()
        expected = {**only(record, "unit", "group"), "root": reached}
        yield from differences("proof", expected, only(proof, *expected))
        yield from differences("root", reached, root)

# -------------------------------------------------------------------------------------------- 10 The vector
DIGITS32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
STATES = {"n": "not-applicable", "u": "unanswered", "w": "pending"}
REASONS = {
    "nc": "council", "nr": "register", "ns": "survey-not-held", "np": "published", "ua": "no-answer", "ue": "no-evidence",
    "wc": "claim", "wr": "return", "wq": "silence", "wa": "appraiser", "ws": "survey", "wt": "statistic",
    "wg": "relative",
}

def check_code(body, set_digest):
    """The last field of a vector."""
    bits = int.from_bytes(sha256(f"{body};{set_digest}".encode("utf-8"))[:5], "big")
    return "".join(DIGITS32[bits >> shift & 31] for shift in range(35, -1, -5))

def facts_of_mark(rule, mark):
    """The facts that a mark writes, by the rule."""
    form = rule["of"] if rule["kind"] in ("bands", "stretched", "relative") else rule["kind"]
    if form == "choice": return {"choice": rule["options"][int(mark) - 1]["id"]}
    if form == "checklist": return {"parts": [it["id"] for it, bit in zip(rule["parts"], mark) if bit == "1"]}
    if form == "ratio": return dict(zip(("numerator", "denominator"), map(int, mark.split("/"))))
    if form == "deduction":
        pairs = zip(rule["breaches"], mark.split("+"))
        return {"breaches": [{"breach": breach["id"], "count": int(count)} for breach, count in pairs]}
    key = {"percent": "percent", "number": "value", "direct": "points", "count": "count"}[form]
    return {key: Fraction(mark)}

def standing_of_mark(entry, mark):
    """The standing that a mark writes, of a leaf or a line."""
    rule = entry["rule"]
    if mark in REASONS: return Standing(STATES[mark[0]], REASONS[mark])
    if mark.startswith("="): return Standing("points", Fraction(mark[1:]))
    if rule["kind"] == "survey":
        why = {"l": "below-least", "h": "survey-not-held"}.get(mark[-1])
        return Standing("zero", why) if why else Standing("share", Fraction(mark))
    if rule["kind"] == "relative":
        facts, group = mark.split("*")
        own, *target = (amount(facts_of_mark(rule, it)) for it in facts.split("~"))
        reached, known = (own / target[0], "leader") if target else (own, "best")
        points = relative_points(rule, entry["maxPoints"], reached, **{known: Fraction(group)})
        return Standing("points", points)
    if "~" in mark:
        points, most = mark.split("~")
        return Standing("published", {"facts": {"points": Fraction(points)}, "maxPoints": most})
    return Standing("facts", facts_of_mark(rule, mark))

def check_vector(vector, index, plans):
    """Whether a vector has that index."""
    body, check = re.sub(r"\s", "", vector).rsplit(";", 1)
    version, edition, unit, group, _, leaves, lines, late = body.split(";")
    plan = next(it for it in plans.values() if check == check_code(body, it.digest))
    yield from differences("vector", f"PI1;{plan.set['id']}@{plan.set['edition']}", f"{version};{edition}")
    marks = zip(plan.leaves + plan.lines, [*leaves.split(","), *filter(None, lines.split(","))], strict=True)
    of = {entry["id"]: standing_of_mark(entry, mark) for entry, mark in marks if mark != "-"}
    scored = Unit({"id": unit, "group": group}, [of.pop(leaf["id"]) for leaf in plan.leaves], of, int(late))
    score(plan, scored)
    yield from differences("index", index, scored.result.get("index"))

# -------------------------------------------------------------------------------- 12 Conformance vectors
def check_case(case):
    """A set and a round with what must come out: what is wrong for each unit."""
    plan = Plan(case["set"])
    round_ = read_round(case["round"], plan)
    units, rankings = assess(plan, round_, case.get("until"))
    digests = {"setDigest": plan.digest, "roundDigest": digest(round_)}
    places = {it["unit"]: only(it, "place") for ranking in rankings.values() for it in ranking["places"]}
    points = lambda step: f" {exact_text(step['points'])}" if "points" in step else ""
    gate = lambda step: f" gate {step['gate']}" if "gate" in step else ""
    for expected in case["units"]:
        unit = units[expected["unit"]]
        got = {**digests, "unit": unit.id, "state": "unscored"}
        if not unit.unscored:
            got.update(only(unit.result, "state", "index", "points", "maxPoints", "grade", "reaches"))
            got.update({**unit.result.get("bounds", {}), **places.get(unit.id, {})})
            got["leaves"] = {it["item"]: it["state"] + points(it) + gate(it) for it in unit.steps}
        yield unit.id, differences("", {**only(case, *digests), **expected}, got)
    for at, asked in enumerate(case.get("lists", []), 1):
        got = list_of(plan, units, rankings, asked, round_["units"])
        yield f"list {at}", differences("", only(asked, "places", "moves"), got)

def check_file(content, plans):
    """The vectors of a file: name, whether it is valid, the check, and what that is given."""
    for plan in map(Plan, content.get("sets", [content] if "levels" in content else [])):
        plans[plan.digest] = plan
    for case in content.get("cases", []):
        for unit, faults in check_case(case):
            yield f"{case['name']}, {unit}", True, list, faults
    records = content.get("records", [{"name": "", "record": content}] if "kind" in content else [])
    for it in records:
        check = check_record if "place" not in it else check_place
        given = [it["place"]] if "place" in it else []
        yield f"record {it['name']}", it.get("valid", True) or "place" in it, check, it["record"], plans, *given
    for it in content.get("forged", []):
        name = f"forged {it['record']} at {it['place']}"
        yield name, True, check_refused, content["genuine"][it["record"]], it["edits"], it["place"]
    units = {(it["name"], unit["unit"]): unit for it in records for unit in it["record"].get("units", [])}
    for it in content.get("proofs", []):
        leaf = units[it["record"], it["unit"]]
        yield f"proof {it['name']}", it["valid"], check_proof, leaf, it["proof"], it["root"]
    for it in content.get("vectors", []):
        yield f"vector {it['name']}", True, check_vector, it["vector"], it.get("index"), plans

def main(paths):
    """Prints every disagreement and how many vectors agreed; 0 where all did."""
    plans, answers = {}, []
    for path in paths:
        try:
            content = load(path)
        except (ValueError, RecursionError) as error:  # no JSON, a key twice, nesting without end
            print(f"{path}: unreadable: {error!r}")
            answers.append(False)
            continue
        for name, valid, check, *given in check_file(content, plans):
            try:
                faults = list(check(*given))
            except Exception as error:  # whatever a record holds, the answer is an answer
                faults = [f"unreadable: {error!r}"]
            answers.append(valid != bool(faults))
            for fault in [] if answers[-1] else faults or ["should not verify, but does"]:
                print(f"{name}: {fault}")
    print(f"{sum(answers)} of {len(answers)} vectors agreed")
    return 0 if all(answers) else 1

if __name__ == "__main__":
    conformance = Path(__file__).parents[1] / "conformance"
    sys.exit(main(sys.argv[1:] or [conformance / "scores.json", conformance / "records.json", conformance / "forged.json"]))
