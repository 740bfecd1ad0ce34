package org.flowproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.check.stationary.Descent;
import org.flowproof.check.stationary.StationaryKind;

/** The kind of a limit as lines for readers and as a tree for the JSON output. */
final class StationaryText {
  private StationaryText() {}

  static List<String> lines(StationaryKind kind) {
    List<String> lines = new ArrayList<>();
    if (kind instanceof StationaryKind.GlobalMinimum) {
      lines.add("  the limit is a global minimum: its loss is 0");
    } else if (kind instanceof StationaryKind.LocalMinimum minimum) {
      lines.add(
          "  the limit is a local minimum: no lower loss while every neuron is closer than "
              + Display.number(minimum.radius())
              + "; "
              + minimum.idle()
              + " of "
              + (minimum.idle() + minimum.moving())
              + " reach no sample");
      minimum
          .escape()
          .ifPresent(
              e ->
                  lines.add(
                      "  but neuron "
                          + e.neuron()
                          + " can shrink to 0, by "
                          + Display.number(e.length())
                          + ", at the same loss; from there it falls"
                          + fall(e.descent())));
    } else if (kind instanceof StationaryKind.Saddle saddle) {
      lines.add(
          "  the limit is a saddle: along neuron "
              + saddle.descent().neuron()
              + " the loss falls"
              + fall(saddle.descent()));
    } else if (kind instanceof StationaryKind.Unknown unknown) {
      lines.add("  the limit is of UNKNOWN kind: " + sentence(unknown));
    }
    return lines;
  }

  private static String fall(Descent descent) {
    return " by "
        + Display.number(-descent.change().value())
        + " +- "
        + Display.number(descent.change().radius());
  }

  private static String sentence(StationaryKind.Unknown unknown) {
    StringBuilder text = new StringBuilder();
    unknown.neuron().ifPresent(j -> text.append("neuron ").append(j));
    unknown
        .sample()
        .ifPresent(k -> text.append(text.length() > 0 ? ", " : "").append("sample ").append(k));
    return text.append(text.length() > 0 ? ": " : "").append(unknown.reason()).toString();
  }

  static Map<String, Object> tree(StationaryKind kind) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("verdict", kind.word());
    if (kind instanceof StationaryKind.LocalMinimum minimum) {
      map.put("radius", Double.isFinite(minimum.radius()) ? minimum.radius() : null);
      map.put("moving", minimum.moving());
      map.put("idle", minimum.idle());
      map.put("smallestPositiveEigenvalue", minimum.flatness());
      map.put("escape", minimum.escape().map(StationaryText::tree).orElse(null));
    } else if (kind instanceof StationaryKind.Saddle saddle) {
      map.put("descent", tree(saddle.descent()));
    } else if (kind instanceof StationaryKind.Unknown unknown) {
      map.put("neuron", unknown.neuron().isPresent() ? unknown.neuron().getAsInt() : null);
      map.put("sample", unknown.sample().isPresent() ? unknown.sample().getAsInt() : null);
      map.put("reason", unknown.reason());
    }
    return map;
  }

  private static Map<String, Object> tree(StationaryKind.Escape escape) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("neuron", escape.neuron());
    map.put("length", escape.length());
    map.put("descent", tree(escape.descent()));
    return map;
  }

  private static Map<String, Object> tree(Descent descent) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("neuron", descent.neuron());
    map.put("a", descent.a());
    map.put("w", descent.w());
    map.put("lossChange", descent.change().value());
    map.put("error", descent.change().radius());
    return map;
  }
}
