package org.flowproof.enclose.ode;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A file of equations.
 *
 * @param id the path below {@code cases/} without extension
 * @param path as the user named it
 * @param title one line
 * @param problem the equations, initial values, end and bounds
 * @param order of the Taylor remainder
 * @param values expected at the end, each to one in its last decimal
 * @param width the largest width expected at the end; empty when none is
 */
public record OdeFile(
    String id,
    Path path,
    String title,
    OdeProblem problem,
    int order,
    Map<String, BigDecimal> values,
    OptionalDouble width) {
  public OdeFile {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The names of the unknowns. */
  public List<String> variables() {
    return problem.system().variables();
  }

  /**
   * Encloses the solution. Ends early when no step can be verified or the thread is interrupted;
   * the result says so.
   */
  public OdeEnclosure enclose() {
    return OdeIntegrator.enclose(problem, Scheme.of(problem.system(), order, Scheme.TOLERANCE));
  }

  /** Whether an unknown may have its expected value; true when none is expected. */
  public boolean asExpected(int variable, DecimalRange found) {
    BigDecimal expected = values.get(variables().get(variable));
    return expected == null || found.admits(expected);
  }

  /** Whether the widths at the end are those expected. */
  public boolean narrowEnough(OdeEnclosure found) {
    return width.isEmpty() || found.lastWidth() <= width.getAsDouble();
  }
}
