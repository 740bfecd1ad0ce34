package org.flowproof.flow;

import java.util.List;
import java.util.Optional;
import org.flowproof.formula.IndexKind;
import org.flowproof.formula.Signature;

/**
 * A named function of problem and trajectory.
 *
 * @param signature name, indices, time dependence, LaTeX
 * @param definition the formula that defines it from others, in the formula language with the index
 *     names {@code j}, {@code k}, {@code i} in the order of the signature; empty for primitives,
 *     which are read from the problem or the state
 * @param about one line for lists and glossaries
 * @param units in powers of the scales of input, label and time, or "1"
 */
public record Observable(
    Signature signature, Optional<String> definition, String about, String units) {

  static Observable primitive(
      String name,
      List<IndexKind> indices,
      boolean timed,
      String latex,
      String units,
      String about) {
    return new Observable(
        new Signature(name, indices, timed, latex), Optional.empty(), about, units);
  }

  static Observable defined(
      String name,
      List<IndexKind> indices,
      boolean timed,
      String latex,
      String definition,
      String units,
      String about) {
    return new Observable(
        new Signature(name, indices, timed, latex), Optional.of(definition), about, units);
  }
}
