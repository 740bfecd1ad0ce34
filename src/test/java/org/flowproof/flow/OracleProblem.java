package org.flowproof.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flowproof.problem.Activation;
import org.flowproof.problem.DataSet;
import org.flowproof.problem.Dynamics;
import org.flowproof.problem.Loss;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.Network;
import org.flowproof.problem.Problem;
import org.flowproof.problem.Vec;
import org.flowproof.problem.Weights;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One of the problems with 30-digit answers in {@code oracle/kink_problems.json}. */
public final class OracleProblem {

  /** The state at one time. */
  public record Answer(double t, Matrix w, Vec a, double loss) {}

  private final Map<String, Object> json;

  private OracleProblem(Map<String, Object> json) {
    this.json = json;
  }

  public static List<OracleProblem> all() {
    try (InputStream in = OracleProblem.class.getResourceAsStream("/oracle/kink_problems.json")) {
      Object root = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      List<OracleProblem> problems = new ArrayList<>();
      for (Object problem : list(map(root).get("problems"))) {
        problems.add(new OracleProblem(map(problem)));
      }
      return problems;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static OracleProblem named(String id) {
    return all().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  public String id() {
    return text(json, "id");
  }

  public boolean unique() {
    return !json.containsKey("expect");
  }

  public double nonUniqueTime() {
    return number(json.get("expect_time"));
  }

  public boolean descent() {
    return "gd".equals(json.get("dynamics"));
  }

  double step() {
    return number(json.get("eta"));
  }

  public double endTime() {
    return number(json.get("T"));
  }

  /** The problem at a relative tolerance, to the end of the event list. */
  public Problem problem(double tolerance) {
    Map<String, Object> network = map(json.get("network"));
    double alpha = number(network.get("alpha"));
    Activation activation =
        "tanh".equals(network.get("activation"))
            ? Activation.tanh()
            : new Activation.Leaky(alpha, alpha);
    Network.Trained trained =
        Network.Trained.valueOf(text(network, "trained").toUpperCase(Locale.ROOT));
    Map<String, Object> loss = map(json.get("loss"));
    Loss.Factor factor = null;
    for (Loss.Factor f : Loss.Factor.values()) {
      factor = f.text().equals(loss.get("factor")) ? f : factor;
    }
    Weights initial = new Weights(matrix(json.get("W0")), vec(json.get("a0")));
    Dynamics dynamics =
        descent()
            ? new Dynamics.Descent(
                step(), new Dynamics.StopRule(endTime() * step(), 0, Long.MAX_VALUE, false))
            : new Dynamics.Flow(
                Dynamics.Residual.FULL,
                tolerance,
                new Dynamics.StopRule(endTime(), 0, 5_000_000, false));
    return new Problem(
        new DataSet(matrix(json.get("X")), vec(json.get("y")), "inline"),
        new Network(initial.a().length(), activation, trained),
        new Loss(Loss.Kind.valueOf(text(loss, "kind").toUpperCase(Locale.ROOT)), factor),
        initial,
        "inline",
        dynamics);
  }

  public List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (Object state : list(map(json.get("answers")).get("states"))) {
      Map<String, Object> s = map(state);
      answers.add(
          new Answer(
              number(s.get("t")), matrix(s.get("W")), vec(s.get("a")), number(s.get("loss"))));
    }
    return answers;
  }

  /** Events with time error zero. */
  public List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (Object event : list(map(json.get("answers")).get("events"))) {
      Map<String, Object> e = map(event);
      events.add(
          new Event(
              number(e.get("t")),
              (int) number(e.get("neuron")),
              (int) number(e.get("sample")),
              Event.Kind.valueOf(text(e, "kind").toUpperCase(Locale.ROOT)),
              (int) number(e.get("direction")),
              0));
    }
    return events;
  }

  private static Matrix matrix(Object rows) {
    List<double[]> result = new ArrayList<>();
    for (Object row : list(rows)) {
      result.add(vec(row).toArray());
    }
    return Matrix.of(result.toArray(double[][]::new));
  }

  private static Vec vec(Object entries) {
    return Vec.of(list(entries).stream().mapToDouble(OracleProblem::number).toArray());
  }

  private static double number(Object value) {
    return Double.parseDouble(String.valueOf(value));
  }

  private static String text(Map<String, Object> map, String key) {
    return String.valueOf(map.get(key));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }

  @Override
  public String toString() {
    return id();
  }
}
