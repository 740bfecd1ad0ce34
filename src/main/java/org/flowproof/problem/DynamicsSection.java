package org.flowproof.problem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.flowproof.problem.yaml.StrictMap;
import org.flowproof.problem.yaml.StrictValue;

/** Reads the section {@code dynamics} of a case file. */
final class DynamicsSection {
  static final double DEFAULT_TOLERANCE = 1e-10;
  static final long DEFAULT_EVALUATIONS = 10_000_000;

  private static final Map<String, Dynamics.Method> FLOWS =
      methods(
          Dynamics.Method.AUTO,
          Dynamics.Method.REFERENCE,
          Dynamics.Method.STRUCTURED,
          Dynamics.Method.COEFFICIENTS,
          Dynamics.Method.STIFF);
  private static final Map<String, Dynamics.Method> DESCENTS =
      methods(Dynamics.Method.AUTO, Dynamics.Method.DESCENT, Dynamics.Method.COEFFICIENTS);

  private DynamicsSection() {}

  private static Map<String, Dynamics.Method> methods(Dynamics.Method... all) {
    Map<String, Dynamics.Method> methods = new LinkedHashMap<>();
    for (Dynamics.Method method : all) {
      methods.put(method.name().toLowerCase(Locale.ROOT), method);
    }
    return methods;
  }

  static Dynamics read(StrictMap section, Loss loss) {
    section.allow(CaseKeys.DYNAMICS);
    boolean flow = section.choice("kind", Choices.of("flow", true, "descent", false));
    refuseForeign(section, flow);
    Dynamics.StopRule stop = stop(section.map("stop").allow(CaseKeys.STOP));
    return flow ? flow(section, loss, stop) : descent(section, stop);
  }

  private static void refuseForeign(StrictMap section, boolean flow) {
    String[] foreign = flow ? new String[] {"step"} : new String[] {"residual", "tolerance"};
    for (String key : foreign) {
      if (section.has(key)) {
        throw section
            .get(key)
            .refuse(
                "does not go with 'kind: " + section.text("kind") + "'",
                "it beside 'kind: " + (flow ? "descent" : "flow") + "'");
      }
    }
  }

  private static Dynamics flow(StrictMap section, Loss loss, Dynamics.StopRule stop) {
    Dynamics.Residual residual =
        section
            .find("residual")
            .map(
                v ->
                    v.choice(
                        Choices.of(
                            "full", Dynamics.Residual.FULL, "labels", Dynamics.Residual.LABELS)))
            .orElse(Dynamics.Residual.FULL);
    if (residual == Dynamics.Residual.LABELS && loss.kind() != Loss.Kind.SQUARED) {
      throw section
          .get("residual")
          .refuse(
              "'labels' is not supported yet with the " + loss.kind().text() + " loss",
              "'kind: squared' there");
    }
    Dynamics.Method method =
        section.find("integrator").map(v -> v.choice(FLOWS)).orElse(Dynamics.Method.AUTO);
    double tolerance =
        section.find("tolerance").map(DynamicsSection::tolerance).orElse(DEFAULT_TOLERANCE);
    return new Dynamics.Flow(residual, tolerance, stop, method);
  }

  private static double tolerance(StrictValue value) {
    double tolerance = value.positive();
    if (tolerance < 1e-14 || tolerance > 1e-2) {
      throw value.refuse(
          "out of range: " + value.decimal().text(), "a tolerance from 1e-14 to 1e-2");
    }
    return tolerance;
  }

  private static Dynamics descent(StrictMap section, Dynamics.StopRule stop) {
    double step = section.get("step").positive();
    Dynamics.Method method =
        section.find("integrator").map(v -> v.choice(DESCENTS)).orElse(Dynamics.Method.AUTO);
    if (stop.time() / step > 1e9 && method != Dynamics.Method.COEFFICIENTS) {
      throw section
          .get("step")
          .refuse(
              "more than 1e9 iterations until the stop time " + stop.time(),
              "a larger step, an earlier stop, or 'integrator: coefficients'");
    }
    if (Double.isInfinite(stop.time() / step)) {
      throw section
          .get("step")
          .refuse("more iterations than a double can count", "a larger step or an earlier stop");
    }
    return new Dynamics.Descent(step, stop, method);
  }

  private static Dynamics.StopRule stop(StrictMap stop) {
    return new Dynamics.StopRule(
        stop.get("time").positive(),
        stop.find("gradient-norm").map(StrictValue::nonNegative).orElse(0.0),
        stop.find("loss").map(StrictValue::nonNegative).orElse(0.0),
        stop.find("evaluations")
            .map(v -> v.integer(1, 1_000_000_000_000L))
            .orElse(DEFAULT_EVALUATIONS),
        stop.bool("at-first-event", false));
  }
}
