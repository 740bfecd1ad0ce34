package org.flowproof.enclose.ode;

import java.util.OptionalDouble;
import org.flowproof.formula.Truth;

/**
 * What is known of a bound on all times.
 *
 * @param text as written
 * @param truth TRUE when it held at all times, FALSE when it did not at some time
 * @param time where it was first not proven to hold
 */
public record BoundResult(String text, Truth truth, OptionalDouble time) {}
