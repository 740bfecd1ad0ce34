package org.flowproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.check.outcome.Ending;
import org.flowproof.check.scale.ScaleSearch.Change;
import org.flowproof.check.scale.ScaleSearch.Result;
import org.flowproof.check.scale.ScaleSearch.Trial;

/** The scales at which the ending changes, as lines for readers and as a tree for JSON. */
final class ScaleText {
  private final Console console;

  ScaleText(Console console) {
    this.console = console;
  }

  void print(Result<Ending> result) {
    TextTable table = new TextTable("  SCALE", "ENDS AT", "REMARK");
    for (Trial<Ending> trial : result.trials()) {
      table.row(
          "  " + scale(trial.scale()),
          trial.reading().outcome().map(Ending::words).orElse("UNKNOWN"),
          trial.reading().reason());
    }
    console.print(table);
    if (result.changes().isEmpty()) {
      console.print(
          result.known()
              ? "  no change at these scales; one between two of them is not seen"
              : "  no change between scales of known endings");
    }
    for (Change<Ending> change : result.changes()) {
      console.print(
          "  "
              + change.below().words()
              + " at "
              + scale(change.low())
              + ", "
              + change.above().words()
              + " at "
              + scale(change.high())
              + unknown(change));
    }
    if (result.changes().size() > 1) {
      console.print("  the ending is not monotone in the scale");
    } else if (!result.changes().isEmpty()) {
      console.print("  other changes between two of these scales are not seen");
    }
    if (!result.narrow()) {
      console.print("  not narrowed down to the width asked for");
    }
  }

  private static String unknown(Change<Ending> change) {
    if (change.unknown().isEmpty()) {
      return "";
    }
    List<Double> scales = change.unknown();
    return "; not known from "
        + scale(scales.get(0))
        + " to "
        + scale(scales.get(scales.size() - 1));
  }

  private static String scale(double value) {
    return String.format(java.util.Locale.ROOT, "%.6g", value);
  }

  /** For JSON. */
  static Map<String, Object> tree(Result<Ending> result) {
    Map<String, Object> map = new LinkedHashMap<>();
    List<Object> trials = new ArrayList<>();
    for (Trial<Ending> trial : result.trials()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("scale", trial.scale());
      entry.put("ending", trial.reading().outcome().orElse(Ending.UNKNOWN).name());
      String reason = trial.reading().reason();
      entry.put("reason", reason.isEmpty() ? null : reason);
      trials.add(entry);
    }
    map.put("trials", trials);
    List<Object> changes = new ArrayList<>();
    for (Change<Ending> change : result.changes()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("low", change.low());
      entry.put("high", change.high());
      entry.put("below", change.below().name());
      entry.put("above", change.above().name());
      entry.put("unknown", change.unknown());
      changes.add(entry);
    }
    map.put("changes", changes);
    map.put("narrow", result.narrow());
    return map;
  }
}
