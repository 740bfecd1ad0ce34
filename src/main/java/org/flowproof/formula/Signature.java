package org.flowproof.formula;

import java.util.List;

/**
 * What the parser and the printer must know of a declared name.
 *
 * @param name as written in formulas
 * @param indices the kinds of its indices, empty for a scalar
 * @param timed whether it depends on time, so that {@code name[..., t]} and {@code name'[..., t]}
 *     are allowed
 * @param latex mathematics for the name with {@code #1}, {@code #2} for the printed indices, such
 *     as {@code a_{#1}} or {@code \langle w_{#1}, x_{#2}\rangle}
 */
public record Signature(String name, List<IndexKind> indices, boolean timed, String latex) {
  public Signature {
    indices = List.copyOf(indices);
  }
}
