"""The forecast as one writes it with NumPy: all paths at once, month by month.

Reads one JSON line a run, answers with one line: nanoseconds, then for each measure the 5th, 50th and
95th percentile, each with what lies so many ranks around it (not timed; for the comparison)."""
import json
import sys
import time

import numpy as np

NEVER_MONTHS = 720
LEVELS = (0.05, 0.5, 0.95)


def draw(random, spread, paths):
    kind, *ends = spread
    if kind == "fixed":
        return np.full(paths, ends[0])
    if kind == "uniform":
        return random.uniform(ends[0], ends[1], paths)
    least, mode, most = ends
    if kind == "triangular":
        return random.triangular(least, mode, most, paths)
    width = most - least
    return least + width * random.beta(
        1 + 4 * (mode - least) / width, 1 + 4 * (most - mode) / width, paths)


def follow(draws, made_by_month, steps, recipients, years, paths):
    produced, stock, laid = (np.zeros((years, paths)) for _ in range(3))
    delivered = np.zeros((recipients, years, paths))
    met = np.full(paths, NEVER_MONTHS)
    first = np.full((recipients, paths), NEVER_MONTHS)
    required = draws["REQUIREMENT"]
    laying = draws["LAYING_RATE"] / 12
    received, held = np.zeros(paths), np.zeros(paths)
    for month in range(years * 12):
        year = month // 12
        made = made_by_month[month]
        produced[year] += made
        left = made.copy()
        for recipient, share in steps:
            part = left if share == 1 else left * share
            if recipient < 0:
                part = np.minimum(part, required - received)
                received += part
                held += part
            else:
                delivered[recipient, year] += part
                np.minimum(first[recipient], month, out=first[recipient], where=part > 0)
            left = left - part
        held += left
        to_ground = np.minimum(held, laying)
        held -= to_ground
        laid[year] += to_ground
        stock[year] = held
        np.minimum(met, month, out=met, where=received >= required)
    return produced, stock, laid, delivered, met, first


def made_months(draws, years):
    opening, peak = draws["OPENING_RATE"], draws["PEAK_RATE"]
    slope = (peak - opening) / draws["RAMP_LENGTH"]
    months = []
    for month in range(years * 12):
        since = month + 0.5 - draws["RAMP_START"]
        months.append((opening + slope * np.clip(since, 0, draws["RAMP_LENGTH"])) / 12)
    return months


def run(task):
    paths, years = task["paths"], task["years"]
    random = np.random.default_rng(task["seed"])
    draws = {name: draw(random, spread, paths) for name, spread in task["spreads"].items()}
    made = made_months(draws, years)
    measures = []
    moments = []
    total = None
    for number, policy in enumerate(task["policies"]):
        produced, stock, laid, delivered, met, first = follow(
            draws, made, policy["steps"], policy["recipients"], years, paths)
        moments += [met, *first]
        if number == 0:
            total = laid.sum(axis=0)
            for year in range(years):
                measures += [produced[year], stock[year], laid[year], *delivered[:, year]]
    area = total * draws["AREA_PER_MINE"]
    measures += moments
    measures += [total, area, area / draws["TEAM_OUTPUT"], area * draws["CLEARANCE_COST"]]
    ranks = [max(0, int(np.ceil(level * paths)) - 1) for level in LEVELS]
    percentiles = [np.partition(measure, ranks)[ranks] for measure in measures]
    return measures, percentiles


def brackets(measure, paths, widths):
    ordered = np.sort(measure)
    values = []
    for level, width in zip(LEVELS, widths):
        rank = int(np.ceil(level * paths)) - 1
        values += [ordered[max(0, rank - width)], ordered[min(paths - 1, rank + width)]]
    return values


print(np.__version__, sys.version.split()[0], flush=True)
for line in sys.stdin:
    task = json.loads(line)
    start = time.perf_counter_ns()
    measures, percentiles = run(task)
    nanos = time.perf_counter_ns() - start
    answer = [nanos]
    for measure, values in zip(measures, percentiles):
        around = brackets(measure, task["paths"], task["widths"])
        for i in range(3):
            answer += [float(around[2 * i]), float(values[i]), float(around[2 * i + 1])]
    print(*answer, flush=True)
