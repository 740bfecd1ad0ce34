package org.flowproof.bench;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.flowproof.flow.Integrator;
import org.flowproof.flow.ReferenceIntegrator;

/** Our integrators by name. */
final class Solvers {
  private static final String STRUCTURED = "org.flowproof.flow.structured.StructuredIntegrator";

  private Solvers() {}

  /**
   * @param name {@code reference} or {@code structured}
   * @param threads at least 1; the reference integrator has only one
   * @throws ReflectiveOperationException when this build has no such integrator
   */
  static Integrator of(String name, int threads) throws ReflectiveOperationException {
    return switch (name) {
      case "reference" -> new ReferenceIntegrator();
      case "structured" -> structured(threads);
      default -> throw new IllegalArgumentException("no integrator '" + name + "'");
    };
  }

  private static Integrator structured(int threads) throws ReflectiveOperationException {
    try {
      Constructor<?> constructor = Class.forName(STRUCTURED).getConstructor(int.class);
      return (Integrator) constructor.newInstance(threads);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause());
    }
  }
}
