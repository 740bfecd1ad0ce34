package org.flowproof.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.flowproof.enclose.ode.BoundResult;
import org.flowproof.enclose.ode.DecimalRange;
import org.flowproof.enclose.ode.OdeEnclosure;
import org.flowproof.enclose.ode.OdeFile;
import org.flowproof.formula.Truth;

/**
 * Where the solution of a file of equations is.
 *
 * @param file what was asked
 * @param enclosure what was found
 * @param seconds that it took
 */
record OdeOutcome(OdeFile file, OdeEnclosure enclosure, double seconds) implements EncloseOutcome {

  /** Encloses the solution. */
  static OdeOutcome of(OdeFile file) {
    long start = System.nanoTime();
    OdeEnclosure enclosure = file.enclose();
    return new OdeOutcome(file, enclosure, (System.nanoTime() - start) / 1e9);
  }

  @Override
  public String id() {
    return file.id();
  }

  @Override
  public int exitCode() {
    int code = enclosure.refusal().isPresent() ? ExitCode.UNKNOWN : ExitCode.OK;
    for (BoundResult bound : enclosure.bounds()) {
      code = ExitCode.worse(code, code(bound.truth()));
    }
    return ExitCode.worse(code, asExpected() ? ExitCode.OK : ExitCode.DIFFERENT);
  }

  private static int code(Truth truth) {
    return switch (truth) {
      case TRUE -> ExitCode.OK;
      case FALSE -> ExitCode.DIFFERENT;
      case UNDECIDED -> ExitCode.UNKNOWN;
    };
  }

  /** Expectations are about the end; where it was not reached none is missed. */
  private boolean asExpected() {
    if (enclosure.refusal().isPresent()) {
      return true;
    }
    for (int v = 0; v < enclosure.values().size(); v++) {
      if (!file.asExpected(v, enclosure.values().get(v))) {
        return false;
      }
    }
    return file.narrowEnough(enclosure);
  }

  @Override
  public void print(Console console) {
    console.print(file.id() + ": " + file.title());
    console.print(
        "  "
            + (enclosure.refusal().isPresent() ? "enclosed only" : "enclosed")
            + " to t = "
            + number(enclosure.time())
            + " in "
            + enclosure.steps()
            + " steps of order "
            + file.order()
            + "; width "
            + width(enclosure.lastWidth())
            + ", largest "
            + width(enclosure.largestWidth()));
    boolean reached = enclosure.refusal().isEmpty();
    TextTable table =
        new TextTable(
            "  VARIABLE", "AT t = " + number(enclosure.time()), "WIDTH", "EXPECTED", "OUTCOME");
    for (int v = 0; v < file.variables().size(); v++) {
      DecimalRange range = enclosure.values().get(v);
      String name = file.variables().get(v);
      boolean judged = reached && file.values().containsKey(name);
      table.row(
          "  " + name,
          range.text(),
          width(range.width()),
          judged ? file.values().get(name).toPlainString() : "",
          judged ? outcome(file.asExpected(v, range)) : "");
    }
    console.print(table);
    if (reached && file.width().isPresent()) {
      console.print(
          "  width at most "
              + width(file.width().getAsDouble())
              + ": "
              + outcome(file.narrowEnough(enclosure)));
    }
    enclosure.bounds().forEach(bound -> console.print("  always " + text(bound)));
    enclosure.refusal().ifPresent(why -> console.print("  stopped: " + why));
    console.message(String.format(Locale.ROOT, "%s: %.2f s", file.id(), seconds));
  }

  private String text(BoundResult bound) {
    String until = enclosure.refusal().isPresent() ? ", up to t = " + number(enclosure.time()) : "";
    return bound.text()
        + ": "
        + switch (bound.truth()) {
          case TRUE -> "HOLDS" + until;
          case FALSE -> "VIOLATED at t = " + number(bound.time().orElse(0));
          case UNDECIDED -> "UNKNOWN from t = " + number(bound.time().orElse(0));
        };
  }

  private static String outcome(boolean met) {
    return met ? "as expected" : "DIFFERENT";
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.10g", value);
  }

  private static String width(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
  }

  @Override
  public Map<String, Object> tree() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", "ode");
    map.put("id", file.id());
    map.put("file", file.path().toString());
    map.put("title", file.title());
    map.put("order", file.order());
    map.put("time", enclosure.time());
    map.put("steps", enclosure.steps());
    map.put("refusal", enclosure.refusal().orElse(null));
    map.put("lastWidth", enclosure.lastWidth());
    map.put("largestWidth", enclosure.largestWidth());
    map.put("asExpected", asExpected());
    map.put("seconds", seconds);
    Map<String, Object> values = new LinkedHashMap<>();
    for (int v = 0; v < file.variables().size(); v++) {
      DecimalRange range = enclosure.values().get(v);
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("lower", range.lower().toString());
      value.put("upper", range.upper().toString());
      value.put("width", range.width());
      values.put(file.variables().get(v), value);
    }
    map.put("values", values);
    map.put("always", enclosure.bounds().stream().map(OdeOutcome::tree).toList());
    return map;
  }

  private static Map<String, Object> tree(BoundResult bound) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("bound", bound.text());
    map.put("truth", bound.truth().name());
    map.put("time", bound.time().isPresent() ? bound.time().getAsDouble() : null);
    return map;
  }

  /** The width of each unknown after each step. */
  @Override
  public String csv() {
    StringBuilder text = new StringBuilder("t,");
    text.append(String.join(",", file.variables())).append('\n');
    for (OdeEnclosure.Widths widths : enclosure.widths()) {
      text.append(widths.time()).append(',');
      text.append(widths.values().stream().map(String::valueOf).collect(Collectors.joining(",")));
      text.append('\n');
    }
    return text.toString();
  }
}
