package org.flowproof.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.flowproof.check.EnclosureResult;
import org.flowproof.check.Finding;
import org.flowproof.check.TubeClaim;
import org.flowproof.check.TubeRefusal;
import org.flowproof.check.TubeRun;
import org.flowproof.check.TubeWidth;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.TubeKink;
import org.flowproof.enclose.claim.Enclosed;
import org.flowproof.enclose.claim.EnclosedSides;
import org.flowproof.enclose.claim.LossOnTube;
import org.flowproof.enclose.interval.Interval;
import org.flowproof.enclose.limit.LimitTheorem;
import org.flowproof.enclose.limit.ProvenLimit;
import org.flowproof.enclose.limit.VanishingLoss;
import org.flowproof.exposition.ClaimSymbols;
import org.flowproof.formula.LatexPrinter;
import org.flowproof.formula.Times;
import org.flowproof.problem.ExpectedEnclosure;

/** The section on the tube around the flow of one case. All bounds are rounded outward. */
final class TubeSection {
  /** Times of the table, each half the next one; the last is the end of the tube. */
  private static final int ROWS = 9;

  private final Apparatus apparatus;
  private final EnclosureResult result;
  private final String key;
  private final UnaryOperator<String> reference;

  private TubeSection(
      Apparatus apparatus, EnclosureResult result, String key, UnaryOperator<String> reference) {
    this.apparatus = apparatus;
    this.result = result;
    this.key = key;
    this.reference = reference;
  }

  /**
   * For {@code tube.ftl}.
   *
   * @param key of labels and number macros, different for each tube of a report
   * @param heading LaTeX
   * @param assumptions whether the section says what is assumed, or another one does
   * @param reference what to call a claim, from its id
   */
  static Map<String, Object> model(
      Apparatus apparatus,
      EnclosureResult result,
      String key,
      String heading,
      boolean assumptions,
      UnaryOperator<String> reference)
      throws IOException {
    return new TubeSection(apparatus, result, key, reference).model(heading, assumptions);
  }

  private Map<String, Object> model(String heading, boolean assumptions) throws IOException {
    Map<String, Object> map = apparatus.model();
    TubeRun run = result.run();
    map.put("key", key);
    map.put("heading", heading);
    map.put("assumptions", assumptions ? Templates.render("tube-assumptions.ftl", map) : "");
    map.put("until", number("until", result.until()));
    map.put("refusal", run.refusal().map(TubeSection::refusal).orElse(""));
    map.put("reached", run.refusal().isEmpty());
    map.put("expected", run.refusal().isPresent() && result.endsAsExpected());
    map.put("tube", run.tube().isPresent());
    run.tube().ifPresent(tube -> tube(map, tube));
    map.put("claims", result.claims().stream().map(this::claim).toList());
    map.put(
        "sides",
        result.claims().stream()
            .flatMap(c -> c.finding().enclosed().stream())
            .flatMap(e -> e.sides().stream().map(s -> sides(e, s)))
            .toList());
    map.put(
        "remarks",
        result.claims().stream()
            .filter(c -> !c.finding().reason().isBlank())
            .map(
                c ->
                    List.of(
                        reference.apply(c.finding().claim().id()),
                        LatexText.prose(c.finding().reason())))
            .toList());
    map.put("surprises", result.surprises().stream().map(LatexText::prose).toList());
    limit(map, run);
    return map;
  }

  private void tube(Map<String, Object> map, Tube tube) {
    TubeRun run = result.run();
    map.put("end", floor("end", tube.end()));
    map.put("radius", define("radius", OutwardNumbers.above(tube.radius(), 2)));
    map.put("pieces", count("pieces", tube.pieces().size()));
    map.put("figure", apparatus.label("fig", TubeFigures.name(key)));
    List<List<String>> kinks = new ArrayList<>();
    for (TubeKink.Kind kind : TubeKink.Kind.values()) {
      List<TubeKink> some = run.kinks().stream().filter(k -> k.kind() == kind).toList();
      if (!some.isEmpty()) {
        String name = "kinks-" + kind.ordinal();
        kinks.add(
            List.of(
                TubeFigures.words(kind),
                count(name, some.size()),
                "$" + number(name + "-first", some.get(0).time()) + "$",
                "$" + number(name + "-last", some.get(some.size() - 1).time()) + "$"));
      }
    }
    map.put("kinks", kinks);
    map.put("rows", rows(tube));
  }

  private List<List<String>> rows(Tube tube) {
    LossOnTube loss = new LossOnTube(tube);
    List<List<String>> rows = new ArrayList<>();
    for (int i = ROWS - 1; i >= 0; i--) {
      String name = "row-" + i;
      BigDecimal decimal = OutwardNumbers.below(tube.end() / (1 << i), i == 0 ? 9 : 3);
      Interval time = Interval.of(decimal);
      if (time.upper() <= tube.end() && time.lower() > 0) {
        rows.add(
            List.of(
                "$" + define(name, "\\num{" + decimal.toPlainString() + "}") + "$",
                "$"
                    + define(name + "-width", OutwardNumbers.above(TubeWidth.over(tube, time), 2))
                    + "$",
                loss.over(time)
                    .map(l -> define(name + "-loss", OutwardNumbers.interval(l)))
                    .orElse("--")));
      }
    }
    return rows;
  }

  private Map<String, Object> claim(TubeClaim claim) {
    Finding finding = claim.finding();
    return Map.of(
        "claim",
        reference.apply(finding.claim().id()),
        "verdict",
        FindingsSection.verdict(finding.verdict()),
        "expected",
        claim.expected().map(FindingsSection::verdict).orElse("--"),
        "star",
        claim.expected().isPresent() && !claim.asExpected(),
        "range",
        finding.enclosed().map(TubeSection::range).orElse("--"));
  }

  private static String range(Enclosed enclosed) {
    return "$t \\le "
        + OutwardNumbers.below(enclosed.until(), 9).toPlainString()
        + "$"
        + (enclosed.goesOn() ? "; the range goes on" : " in the range");
  }

  private List<String> sides(Enclosed enclosed, EnclosedSides sides) {
    LatexPrinter printer =
        new LatexPrinter(ClaimSymbols.of(enclosed.claim()))
            .with(Times.WHERE_NEEDED, sides.comparison());
    StringBuilder where = new StringBuilder("t = ").append(Numbers.shortened(sides.time(), 7));
    new TreeMap<>(sides.indices())
        .forEach((name, value) -> where.append(",\\ ").append(name).append(" = ").append(value));
    String name = "sides-" + enclosed.claim().id();
    return List.of(
        reference.apply(enclosed.claim().id()),
        "$\\displaystyle " + printer.print(sides.comparison()) + "$",
        "$" + where + "$",
        define(name + "-left", OutwardNumbers.interval(sides.left())),
        define(name + "-right", OutwardNumbers.interval(sides.right())));
  }

  private void limit(Map<String, Object> map, TubeRun run) {
    map.put("limit", run.limit().isPresent() && run.tube().isPresent());
    map.put(
        "obstruction",
        run.limit()
            .filter(l -> !l.proven())
            .map(l -> LatexText.prose(l.lines().get(0)))
            .orElse(""));
    run.limit().flatMap(TubeRun.Limit::theorem).ifPresent(limit -> proven(map, limit));
  }

  private void proven(Map<String, Object> map, ProvenLimit limit) {
    map.put("from", define("limit-from", OutwardNumbers.above(limit.from(), 9)));
    if (limit instanceof LimitTheorem theorem) {
      theorem(map, theorem);
    } else if (limit instanceof VanishingLoss vanishing) {
      map.put("vanishing", new VanishingLossText(apparatus, key).model(vanishing));
    }
  }

  private void theorem(Map<String, Object> map, LimitTheorem theorem) {
    map.put("path", define("limit-path", OutwardNumbers.above(theorem.pathLength(), 2)));
    map.put("limitLoss", define("limit-loss", OutwardNumbers.interval(theorem.limitLoss())));
    map.put(
        "limitWidth",
        define("limit-loss-width", OutwardNumbers.above(theorem.limitLoss().width(), 2)));
    map.put("groups", count("limit-groups", theorem.groups()));
    map.put("interpolation", theorem.interpolation().name());
    map.put(
        "halves",
        theorem
            .halfSamples()
            .map(d -> define("limit-halves", OutwardNumbers.interval(d)))
            .orElse(""));
  }

  /** What a refusal says, as a clause. */
  static String refusal(TubeRefusal refusal) {
    return LatexText.prose(refusal.text());
  }

  /** Why what is not proven matters. */
  static String meaning(ExpectedEnclosure.Refused.Kind kind) {
    return switch (kind) {
      case UNSUITABLE -> "the problem has no single flow, or one of a kind that is not enclosed";
      case TUBE -> "the path is too far from a solution, or errors grow too fast";
      case SIDE ->
          "the neuron may be on another side of a kink than its path, as where several kinks meet";
      case KINK ->
          "$a_j r_k$ may change its sign on the kink, after which staying and leaving may both be"
              + " solutions";
      case CONCAVE ->
          "the neuron may only graze a kink beyond which its sample pulls it on, so that staying"
              + " and crossing may both be solutions";
      case ORIGIN ->
          "all kinks meet where a neuron has no hidden weights left, and unless all of them are"
              + " convex several directions may lead away";
      case SLIDE -> "the gates that hold the neuron on its kinks may leave their range";
      case SMALL -> "a weight is no larger than its error";
    };
  }

  private String number(String name, double value) {
    return apparatus.numbers().real(key + "-" + name, value, 7);
  }

  private String floor(String name, double time) {
    return define(name, "\\num{" + OutwardNumbers.below(time, 9).toPlainString() + "}");
  }

  private String count(String name, long value) {
    return apparatus.numbers().count(key + "-" + name, value);
  }

  private String define(String name, String body) {
    return apparatus.numbers().define(key + "-" + name, body);
  }
}
