package org.flowproof.report;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flowproof.check.EnclosureResult;
import org.flowproof.check.TubeClaim;
import org.flowproof.check.TubeRefusal;
import org.flowproof.check.TubeRun;
import org.flowproof.check.Verdict;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.TubeKink;
import org.flowproof.enclose.limit.LimitTheorem;
import org.flowproof.enclose.limit.ProvenLimit;
import org.flowproof.enclose.limit.VanishingLoss;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;

/** Several tubes side by side. */
final class EnclosuresOverview {
  private final Apparatus apparatus;
  private final List<EnclosureResult> results;

  EnclosuresOverview(Apparatus apparatus, List<EnclosureResult> results) {
    this.apparatus = apparatus;
    this.results = results;
  }

  /** For {@code tubes-overview.ftl}. */
  Map<String, Object> tubes() throws java.io.IOException {
    Map<String, Object> map = apparatus.model();
    map.put("assumptions", Templates.render("tube-assumptions.ftl", map));
    map.put("rows", results.stream().map(this::row).toList());
    map.put("enclosed", results.stream().filter(r -> r.run().refusal().isEmpty()).count() + "");
    map.put("all", results.size() + "");
    map.put("proven", results.stream().filter(EnclosuresOverview::proven).count() + "");
    map.put("surprises", results.stream().anyMatch(r -> !asExpected(r)));
    return map;
  }

  private static boolean asExpected(EnclosureResult result) {
    return result.surprises().isEmpty()
        && result.endsAsExpected()
        && result.claims().stream().allMatch(TubeClaim::asExpected);
  }

  private static boolean proven(EnclosureResult result) {
    return result.run().limit().map(TubeRun.Limit::proven).orElse(false);
  }

  private List<String> row(EnclosureResult result) {
    TubeRun run = result.run();
    Problem problem = result.file().problem();
    long enclosed =
        result.claims().stream().filter(c -> c.finding().verdict() == Verdict.ENCLOSED).count();
    return List.of(
        LatexText.code(result.file().shortName()),
        problem.network().width() + ", " + problem.data().n() + ", " + problem.data().d(),
        kind(problem),
        run.tube().map(t -> below(t.end())).orElse("--"),
        run.tube().map(t -> OutwardNumbers.above(t.radius(), 2)).orElse("--"),
        count(run, TubeKink.Kind.CONVEX),
        count(run, TubeKink.Kind.CONCAVE),
        count(run, TubeKink.Kind.SLIDE),
        run.limit()
            .filter(l -> run.refusal().isEmpty())
            .map(l -> l.theorem().map(EnclosuresOverview::limit).orElse("open"))
            .orElse("--"),
        result.claims().isEmpty() ? "--" : enclosed + "/" + result.claims().size(),
        asExpected(result) ? "" : "$^{\\star}$");
  }

  private static String kind(Problem problem) {
    return problem.loss().kind().name().toLowerCase(Locale.ROOT)
        + (problem.network().trained() == Network.Trained.FIRST ? ", first layer" : "");
  }

  private static String limit(ProvenLimit limit) {
    if (limit instanceof VanishingLoss) {
      return "loss to 0";
    }
    return switch (((LimitTheorem) limit).interpolation()) {
      case FAILS -> "no interpolation";
      case HOLDS -> "interpolation";
      case OPEN -> "converges";
    };
  }

  private static String count(TubeRun run, TubeKink.Kind kind) {
    return run.tube().isEmpty()
        ? "--"
        : run.kinks().stream().filter(k -> k.kind() == kind).count() + "";
  }

  /** A time, rounded down: the tube reaches it. */
  private static String below(double time) {
    return "\\num{" + OutwardNumbers.below(time, 6).toPlainString() + "}";
  }

  /** For {@code tubes-refused.ftl}. */
  Map<String, Object> refused() {
    Map<String, Object> map = apparatus.model();
    List<List<String>> rows = new ArrayList<>();
    List<List<String>> limits = new ArrayList<>();
    for (EnclosureResult result : results) {
      String name = LatexText.code(result.file().shortName());
      result
          .run()
          .refusal()
          .ifPresent(
              r ->
                  rows.add(
                      List.of(
                          name,
                          below(r.time()),
                          TubeSection.refusal(r),
                          TubeSection.meaning(r.kind()))));
      result
          .run()
          .limit()
          .filter(l -> !l.proven() && result.run().refusal().isEmpty())
          .ifPresent(l -> limits.add(List.of(name, LatexText.prose(l.lines().get(0)))));
    }
    map.put("rows", rows);
    map.put("limits", limits);
    return map;
  }

  /** For {@code tubes-times.ftl}; the only section that the clock changes. */
  Map<String, Object> times() {
    Map<String, Object> map = apparatus.model();
    map.put(
        "rows",
        results.stream()
            .map(
                r ->
                    List.of(
                        LatexText.code(r.file().shortName()),
                        r.run().counts().getOrDefault("steps", 0L) + "",
                        seconds(r.run().seconds()),
                        r.claims().isEmpty() ? "--" : seconds(r.claimSeconds())))
            .toList());
    map.put("processors", Runtime.getRuntime().availableProcessors() + "");
    return map;
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** Everything but the times, for programs. */
  String csv() {
    StringBuilder out = new StringBuilder();
    out.append(
        CsvTable.line(
            List.of(
                "case",
                "until",
                "reached",
                "radius",
                "convex",
                "concave",
                "slides",
                "releases",
                "refusal",
                "limit",
                "lossLower",
                "lossUpper",
                "claims")));
    for (EnclosureResult result : results) {
      TubeRun run = result.run();
      List<String> cells = new ArrayList<>(List.of(result.file().id()));
      cells.add(Numbers.exact(result.until()));
      cells.add(run.tube().map(Tube::end).map(Numbers::exact).orElse(""));
      cells.add(run.tube().map(Tube::radius).map(Numbers::exact).orElse(""));
      for (TubeKink.Kind kind : TubeKink.Kind.values()) {
        cells.add(run.tube().isEmpty() ? "" : count(run, kind));
      }
      cells.add(run.refusal().map(EnclosuresOverview::word).orElse(""));
      cells.add(run.limit().map(l -> l.theorem().map(ProvenLimit::word).orElse("OPEN")).orElse(""));
      cells.add(bound(run, true));
      cells.add(bound(run, false));
      cells.add(
          String.join(
              " ",
              result.claims().stream()
                  .map(c -> c.finding().claim().id() + "=" + c.finding().verdict())
                  .toList()));
      out.append(CsvTable.line(cells));
    }
    return out.toString();
  }

  private static String word(TubeRefusal refusal) {
    return refusal.kind().word();
  }

  /** Seventeen digits tell any two doubles apart, so that what is read back is the same double. */
  private static String bound(TubeRun run, boolean lower) {
    return run.limit()
        .flatMap(TubeRun.Limit::theorem)
        .map(
            t ->
                lower
                    ? OutwardNumbers.text(t.limitLoss().lower(), 17, RoundingMode.FLOOR)
                    : OutwardNumbers.text(t.limitLoss().upper(), 17, RoundingMode.CEILING))
        .orElse("");
  }
}
