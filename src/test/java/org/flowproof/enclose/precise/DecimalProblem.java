package org.flowproof.enclose.precise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A problem of {@code oracle/kink_problems.json} with its decimals as they are written. */
final class DecimalProblem {
  private final Map<?, ?> json;

  private DecimalProblem(Map<?, ?> json) {
    this.json = json;
  }

  static DecimalProblem named(String id) {
    try (InputStream in = DecimalProblem.class.getResourceAsStream("/oracle/kink_problems.json")) {
      Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      for (Object problem : (List<?>) root.get("problems")) {
        if (id.equals(((Map<?, ?>) problem).get("id"))) {
          return new DecimalProblem((Map<?, ?>) problem);
        }
      }
      throw new IllegalArgumentException(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The decimals. */
  PreciseData data() {
    Map<?, ?> network = (Map<?, ?>) json.get("network");
    Map<?, ?> loss = (Map<?, ?>) json.get("loss");
    boolean logistic = "logistic".equals(loss.get("kind"));
    List<BigDecimal> y = row(json.get("y"));
    int n = y.size();
    String factor = String.valueOf(loss.get("factor"));
    int denominator =
        switch (factor) {
          case "1/(2n)" -> 2 * n;
          case "1/n" -> n;
          case "1/2" -> 2;
          case "1" -> 1;
          default -> throw new IllegalArgumentException(factor);
        };
    return new PreciseData(
        rows(json.get("X")),
        y,
        rows(json.get("W0")),
        row(json.get("a0")),
        new BigDecimal(String.valueOf(network.get("alpha"))),
        logistic,
        "both".equals(network.get("trained")),
        logistic ? 1 : 2,
        denominator);
  }

  BigDecimal end() {
    return number(json.get("T"));
  }

  /** The states with 30 digits. */
  List<?> states() {
    return (List<?>) ((Map<?, ?>) json.get("answers")).get("states");
  }

  /** How many events of a kind there are. */
  long events(String kind) {
    List<?> events = (List<?>) ((Map<?, ?>) json.get("answers")).get("events");
    return events.stream().filter(e -> kind.equals(((Map<?, ?>) e).get("kind"))).count();
  }

  static List<List<BigDecimal>> rows(Object rows) {
    return ((List<?>) rows).stream().map(DecimalProblem::row).toList();
  }

  static List<BigDecimal> row(Object row) {
    return ((List<?>) row).stream().map(DecimalProblem::number).toList();
  }

  static BigDecimal number(Object value) {
    return new BigDecimal(String.valueOf(value));
  }
}
