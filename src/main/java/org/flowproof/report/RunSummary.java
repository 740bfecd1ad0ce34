package org.flowproof.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flowproof.check.FailureText;
import org.flowproof.flow.Event;
import org.flowproof.flow.Failure;
import org.flowproof.flow.Trajectory;
import org.flowproof.problem.Loss;

/** What a run came to: end, events, cost, error, uniqueness. */
final class RunSummary {
  private RunSummary() {}

  /** Adds {@code run}, the rows of a table, and {@code uniqueness}, a sentence. */
  static void add(Document document, Map<String, Object> map) {
    Trajectory trajectory = document.input().trajectory();
    NumberMacros numbers = document.numbers();
    double end = trajectory.endTime();
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("end of the run", "$T = " + numbers.real("end-time", end, 8) + "$"));
    rows.add(row("reason", stopReason(trajectory.stopReason())));
    boolean squares = trajectory.problem().loss().kind() == Loss.Kind.SQUARED;
    for (String name : squares ? List.of("loss", "mse", "N") : List.of("loss", "N")) {
      double value = document.readings().at(Readings.parse(name + "[t]"), Map.of(), end);
      String label =
          switch (name) {
            case "loss" -> "loss $L(T)$";
            case "mse" -> "mean squared error of the outputs";
            default -> "total squared output weight $N(T)$";
          };
      rows.add(row(label, numbers.real("final-" + name, value, 8)));
    }
    rows.add(row("events", events(trajectory, numbers)));
    Trajectory.Cost cost = trajectory.cost();
    rows.add(
        row(
            "cost",
            numbers.count("evaluations", cost.evaluations())
                + " evaluations, "
                + numbers.count("steps", cost.steps())
                + " steps"));
    for (Failure failure : trajectory.failures()) {
      if (failure.kind() == Failure.Kind.NOT_UNIQUE) {
        // the sentence on uniqueness tells it
        continue;
      }
      String label = failure.endsTheRun() ? "broke off at" : "not to be trusted from";
      rows.add(row(label, LatexText.prose(FailureText.of(failure))));
    }
    rows.add(row("integrator", LatexText.prose(document.input().integrator().text())));
    rows.add(row("numerical error", LatexText.prose(trajectory.errorMethod())));
    rows.add(row("largest error at the end", largestError(trajectory, numbers)));
    map.put("run", rows);
    map.put("uniqueness", uniqueness(trajectory, numbers));
  }

  private static List<String> row(String label, String value) {
    return List.of(label, value);
  }

  private static String largestError(Trajectory trajectory, NumberMacros numbers) {
    var state = trajectory.at(trajectory.endTime());
    double a = 0;
    double w = 0;
    for (int j = 0; j < trajectory.problem().network().width(); j++) {
      a = Math.max(a, state.errorOfA(j));
      w = Math.max(w, state.errorOfW(j));
    }
    return numbers.real("error-a", a, 2)
        + " in an output weight, "
        + numbers.real("error-w", w, 2)
        + " in a coordinate of a hidden weight";
  }

  private static String stopReason(Trajectory.StopReason reason) {
    return switch (reason) {
      case END_TIME -> "the end time was reached";
      case GRADIENT_NORM -> "the velocity fell below its bound";
      case LOSS -> "the loss reached its bound";
      case EVENT -> "the first event";
      case INTERRUPTED -> "the run was interrupted";
      case EVALUATION_LIMIT -> "the limit on evaluations was reached";
      case NUMERICAL_FAILURE -> "the integrator failed; everything later is missing";
      case NOT_UNIQUE -> "no further solution can be selected";
    };
  }

  private static String events(Trajectory trajectory, NumberMacros numbers) {
    Map<Event.Kind, Integer> counts = new EnumMap<>(Event.Kind.class);
    trajectory.events().forEach(e -> counts.merge(e.kind(), 1, Integer::sum));
    if (counts.isEmpty()) {
      return "none";
    }
    List<String> words = new ArrayList<>();
    counts.forEach(
        (kind, count) -> {
          String key = "events-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
          words.add(numbers.count(key, count) + "~" + eventWord(kind, count));
        });
    return String.join(", ", words);
  }

  private static String eventWord(Event.Kind kind, int count) {
    String word =
        switch (kind) {
          case CROSS -> "crossing";
          case SLIDE_START -> "start of sliding";
          case SLIDE_END -> "end of sliding";
          case STOP -> "neuron coming to rest";
          case GRAZE -> "grazing";
          case LEAVE -> "departure from a kink";
          case SWITCH -> "change of sign";
        };
    if (count == 1) {
      return word;
    }
    return switch (kind) {
      case CROSS, GRAZE -> word + "s";
      case SLIDE_START -> "starts of sliding";
      case SLIDE_END -> "ends of sliding";
      case STOP -> "neurons coming to rest";
      case LEAVE -> "departures from a kink";
      case SWITCH -> "changes of sign";
    };
  }

  private static String uniqueness(Trajectory trajectory, NumberMacros numbers) {
    return trajectory
        .nonUniqueness()
        .map(
            u ->
                "From $t = "
                    + numbers.real("not-unique-from", u.time(), 8)
                    + "$ on the solution is one of several ("
                    + cause(u.cause())
                    + "; neuron "
                    + u.neuron()
                    + ", sample "
                    + u.sample()
                    + "). The run follows the one of smallest velocity, and every statement about"
                    + " later times speaks of that one.")
        .orElse("No loss of uniqueness was met.");
  }

  private static String cause(Trajectory.NonUniqueness.Cause cause) {
    return switch (cause) {
      case STARTS_ON_REPELLING_KINK -> "a neuron starts on a kink that repels it";
      case GRAZES_CONCAVE_KINK -> "a neuron grazes a concave kink";
      case RESTING_NEURON_MAY_LEAVE -> "a resting neuron may stay or leave";
      case SIMULTANEOUS_KINKS -> "several kinks are met at once";
    };
  }
}
