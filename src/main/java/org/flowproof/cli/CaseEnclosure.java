package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.flowproof.check.EnclosureResult;
import org.flowproof.check.Finding;
import org.flowproof.check.TubeClaim;
import org.flowproof.check.TubeRefusal;
import org.flowproof.check.TubeRun;
import org.flowproof.check.TubeWidth;
import org.flowproof.check.Verdict;
import org.flowproof.enclose.Tube;
import org.flowproof.enclose.claim.Enclosed;

/** A tube around the flow of a case, and the claims on it. */
record CaseEnclosure(EnclosureResult result) implements EncloseOutcome {

  @Override
  public String id() {
    return result.file().id();
  }

  @Override
  public int exitCode() {
    int code = result.endsAsExpected() || result.expectsRefusal() ? ExitCode.OK : ExitCode.UNKNOWN;
    for (TubeClaim claim : result.claims()) {
      if (!claim.asExpected()) {
        boolean open = claim.finding().verdict() == Verdict.UNKNOWN;
        code = ExitCode.worse(code, open ? ExitCode.UNKNOWN : ExitCode.DIFFERENT);
      }
    }
    return ExitCode.worse(code, result.surprises().isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT);
  }

  @Override
  public void print(Console console) {
    console.print(id() + ": " + result.file().title());
    TubeRun run = result.run();
    run.tube().ifPresent(tube -> tube(console, tube, run));
    run.refusal()
        .ifPresent(
            r ->
                console.print(
                    "  not enclosed to "
                        + time()
                        + (result.expectsRefusal() && result.endsAsExpected()
                            ? ", as expected"
                            : "")
                        + ": "
                        + r.text()));
    claims(console);
    run.limit().ifPresent(limit -> limit(console, limit));
    for (TubeClaim claim : result.claims()) {
      if (claim.expected().isPresent() && !claim.asExpected()) {
        console.print(
            "  NOT AS EXPECTED: "
                + claim.finding().claim().id()
                + " is "
                + claim.finding().verdict()
                + ", expected "
                + claim.expected().get());
      }
    }
    result.surprises().forEach(s -> console.print("  NOT AS EXPECTED: " + s));
    console.message(String.format(Locale.ROOT, "%s: %.2f s", id(), run.seconds()));
  }

  private String time() {
    return "t = " + Display.precise(result.until());
  }

  private void tube(Console console, Tube tube, TubeRun run) {
    console.print(
        "  enclosed for all t in [0, "
            + Display.precise(tube.end())
            + "]: every neuron within "
            + upward(tube.radius())
            + " of a path of "
            + tube.pieces().size()
            + " pieces");
    if (!run.counts().isEmpty()) {
      console.print(
          "  "
              + String.join(
                  ", ",
                  run.counts().entrySet().stream()
                      .map(e -> e.getKey() + " " + e.getValue())
                      .toList()));
    }
  }

  /** Two digits, rounded up. */
  static String upward(double value) {
    return value == 0
        ? "0"
        : String.format(
            Locale.ROOT,
            "%s",
            new java.math.BigDecimal(value)
                .round(new java.math.MathContext(2, java.math.RoundingMode.CEILING))
                .doubleValue());
  }

  private void claims(Console console) {
    TextTable table = new TextTable("  CLAIM", "VERDICT", "EXPECTED", "FOR ALL t IN");
    for (TubeClaim claim : result.claims()) {
      Finding finding = claim.finding();
      table.row(
          "  " + finding.claim().id(),
          finding.verdict().name(),
          claim.expected().map(e -> claim.asExpected() ? "as expected" : e.name()).orElse("-"),
          finding.enclosed().map(CaseEnclosure::range).orElse("-"));
    }
    if (!table.isEmpty()) {
      console.print(table);
    }
    for (TubeClaim claim : result.claims()) {
      if (!claim.finding().reason().isEmpty()) {
        console.print("  - " + claim.finding().claim().id() + ": " + claim.finding().reason());
      }
    }
  }

  private static String range(Enclosed enclosed) {
    return "[0, "
        + Display.precise(enclosed.until())
        + "]"
        + (enclosed.goesOn() ? "; the range goes on" : " in the range");
  }

  private static void limit(Console console, TubeRun.Limit limit) {
    console.print("  limit t -> infinity: " + (limit.proven() ? "proven" : "not proven"));
    limit.lines().forEach(line -> console.print("  - " + line));
  }

  @Override
  public Map<String, Object> tree() {
    TubeRun run = result.run();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", "case");
    map.put("id", id());
    map.put("file", result.file().path().toString());
    map.put("title", result.file().title());
    map.put("until", result.until());
    map.put("time", run.tube().map(Tube::end).orElse(null));
    map.put("radius", run.tube().map(Tube::radius).orElse(null));
    map.put("pieces", run.tube().map(t -> t.pieces().size()).orElse(null));
    map.put("counts", run.counts());
    map.put("refusal", run.refusal().map(TubeRefusal::text).orElse(null));
    map.put("refusalKind", run.refusal().map(r -> r.kind().word()).orElse(null));
    map.put("claims", result.claims().stream().map(CaseEnclosure::tree).toList());
    map.put("limit", run.limit().map(CaseEnclosure::tree).orElse(null));
    map.put("surprises", result.surprises());
    map.put(
        "asExpected",
        result.surprises().isEmpty() && result.claims().stream().allMatch(TubeClaim::asExpected));
    map.put("seconds", run.seconds());
    return map;
  }

  /** The largest width of a weight at the end of each piece; only the head without a tube. */
  @Override
  public String csv() {
    StringBuilder text = new StringBuilder("t,width\n");
    result
        .run()
        .tube()
        .ifPresent(
            tube ->
                TubeWidth.along(tube)
                    .forEach(
                        w -> text.append(w.time()).append(',').append(w.width()).append('\n')));
    return text.toString();
  }

  private static Map<String, Object> tree(TubeRun.Limit limit) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("proven", limit.proven());
    map.put("says", List.copyOf(limit.lines()));
    return map;
  }

  private static Map<String, Object> tree(TubeClaim claim) {
    Finding finding = claim.finding();
    Optional<Enclosed> enclosed = finding.enclosed();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("claim", finding.claim().id());
    map.put("verdict", finding.verdict().name());
    map.put("expected", claim.expected().map(Verdict::name).orElse(null));
    map.put("reason", finding.reason().isEmpty() ? null : finding.reason());
    map.put("until", enclosed.map(Enclosed::until).orElse(null));
    map.put("goesOn", enclosed.map(Enclosed::goesOn).orElse(null));
    map.put("spans", enclosed.map(Enclosed::spans).orElse(null));
    map.put("instances", finding.instances().applicable());
    map.put("allInstances", finding.instances().all());
    return map;
  }
}
