package org.flowproof.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flowproof.flow.limit.LimitEstimate;
import org.flowproof.flow.limit.Obstruction;
import org.flowproof.formula.Ball;

/** A limit estimate as lines for readers and as a tree for the JSON output. */
final class LimitText {
  private LimitText() {}

  static List<String> lines(LimitEstimate estimate) {
    List<String> lines = new ArrayList<>();
    if (estimate instanceof LimitEstimate.NotAvailable missing) {
      lines.add("  no limit: " + sentence(missing.obstruction()));
    } else if (estimate instanceof LimitEstimate.Found limit) {
      lines.add(
          "  limit of the loss: "
              + (limit.loss().value() == 0 ? "0" : Display.precise(limit.loss().value()))
              + " +- "
              + Display.number(limit.loss().radius())
              + " ("
              + word(limit.kind())
              + ")");
      lines.add(
          "  no pattern changes after t = "
              + Display.number(limit.from())
              + "; the weights then move by at most "
              + Display.number(limit.remainingPath())
              + "; the residual settles at the rate "
              + Display.number(limit.rate().value())
              + " +- "
              + Display.number(limit.rate().radius()));
      limit
          .branching()
          .ifPresent(
              b -> lines.add("  the limit is that of the minimal-norm solution: " + sentence(b)));
    }
    return lines;
  }

  private static String sentence(Obstruction obstruction) {
    StringBuilder text = new StringBuilder();
    obstruction.neuron().ifPresent(j -> text.append("neuron ").append(j));
    obstruction
        .sample()
        .ifPresent(k -> text.append(text.length() > 0 ? ", " : "").append("sample ").append(k));
    return text.append(text.length() > 0 ? ": " : "").append(obstruction.reason()).toString();
  }

  private static String word(LimitEstimate.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static Map<String, Object> tree(LimitEstimate estimate) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (estimate instanceof LimitEstimate.NotAvailable missing) {
      map.put("available", false);
      map.put("obstruction", obstruction(missing.obstruction()));
    } else if (estimate instanceof LimitEstimate.Found limit) {
      map.put("available", true);
      map.put("kind", limit.kind().name());
      map.put("from", limit.from());
      map.put("loss", ball(limit.loss()));
      map.put("outputs", limit.outputs().stream().map(LimitText::ball).toList());
      map.put("remainingPath", limit.remainingPath());
      map.put("rate", ball(limit.rate()));
      map.put("guaranteedRate", limit.guaranteedRate());
      map.put("fitted", limit.fitted());
      map.put("patterns", limit.patterns());
      map.put("resting", limit.resting());
      map.put("branching", limit.branching().map(LimitText::obstruction).orElse(null));
    }
    return map;
  }

  private static Map<String, Object> ball(Ball ball) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("value", ball.value());
    map.put("error", ball.radius());
    return map;
  }

  private static Map<String, Object> obstruction(Obstruction obstruction) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("cause", obstruction.cause().name());
    map.put("neuron", obstruction.neuron().isPresent() ? obstruction.neuron().getAsInt() : null);
    map.put("sample", obstruction.sample().isPresent() ? obstruction.sample().getAsInt() : null);
    map.put("reason", obstruction.reason());
    return map;
  }
}
