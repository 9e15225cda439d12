"""How the page to keep looks, on a screen and on paper."""

from __future__ import annotations

INK, PAPER, CARD, QUIET, SCORE = "#1E1B18", "#F4EDE0", "#FFFBF3", "#655C50", "#B02A22"

STYLE = f"""
@page {{ margin: 16mm; }}
* {{ box-sizing: border-box; }}
body {{ margin: 0; background: {PAPER}; color: {INK}; overflow-wrap: break-word;
  font: 1.0625rem/1.5 Georgia, "Times New Roman", serif; }}
main {{ max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem; }}
h1 {{ font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; }}
h2 {{ font-size: 1.4rem; line-height: 1.25; margin: 3rem 0 .5rem; break-after: avoid; }}
h3 {{ font-size: 1.0625rem; margin: 0 0 .75rem; }}
p {{ margin: .5rem 0; }}
header p, footer, .limits, .sum, .why, figcaption {{ color: {QUIET}; }}
.found {{ font-size: 1.2rem; }}
.score, .worth, caption, thead {{ font-family: Consolas, Menlo, "Liberation Mono", monospace; }}
.score, .worth {{ color: {SCORE}; white-space: nowrap; }}
.missed {{ font-style: italic; }}
figure {{ margin: 1.5rem 0; padding: 1.25rem; background: {CARD}; break-inside: avoid; }}
.threads {{ display: grid; grid: auto / 1fr 7rem 1fr; grid-auto-rows: 1fr; gap: 0 .9rem; }}
.threads > div {{ display: flex; align-items: center; gap: .5rem; padding: .3rem 0;
  line-height: 1.3; color: {QUIET}; }}
.threads > .left {{ justify-content: flex-end; text-align: right; }}
.threads > .head {{ font-size: .875rem; align-items: end; }}
.threads > .taken {{ color: {INK}; font-weight: bold; }}
.threads > .between {{ position: relative; padding: 0; }}
svg {{ position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; }}
svg path {{ fill: none; stroke: {INK}; stroke-linecap: round; vector-effect: non-scaling-stroke; }}
.thread {{ stroke-width: 2.5; }} .end {{ stroke-width: 13; }} path.other {{ stroke-width: 6;
  stroke: {QUIET}; }}
figcaption {{ margin-top: .9rem; }}
.statement {{ margin: 1.5rem 0; break-inside: avoid; }}
.says {{ font-weight: bold; }} .card {{ background: {CARD}; padding: .75rem 1rem; }}
table {{ width: 100%; border-collapse: collapse; margin: 1rem 0 .5rem; }}
caption {{ text-align: left; padding: .5rem 0; }}
thead {{ display: table-header-group; font-size: .875rem; }}
th, td {{ text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0;
  border-bottom: 1px solid {QUIET}; font-weight: normal; }}
td p {{ margin: 0 0 .25rem; }} tr {{ break-inside: avoid; }}
td.score {{ text-align: right; }}
.why {{ font-size: .9375rem; }}
footer {{ margin-top: 3rem; border-top: 1px solid {QUIET}; }}
@media (min-width: 40rem) {{ .when {{ white-space: nowrap; }} }}
@media (max-width: 34rem) {{ .threads {{ grid-template-columns: 1fr 2.5rem 1fr; }}
  .threads > div {{ flex-wrap: wrap; }} }}
@media print {{ body {{ background: none; font-size: 10.5pt; print-color-adjust: exact; }}
  main {{ max-width: none; padding: 0; }} figure, .card {{ border: 1px solid {QUIET}; }}
  h2 {{ margin-top: 1.5rem; }} figure {{ margin: .75rem 0; padding: .75rem 1rem; }}
  p {{ margin: .3rem 0; }} .ledgers {{ break-before: page; font-size: 9.5pt; }}
  .why {{ font-size: 8.5pt; line-height: 1.3; }} .when {{ white-space: nowrap; }} }}
"""
