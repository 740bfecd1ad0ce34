/**
 * Arithmetic with outward rounding on doubles.
 *
 * <p>What it rests on: the four operations, the square root and {@code Math.fma} of the machine are
 * correctly rounded to nearest (IEEE 754; guaranteed since Java 17, JEP 306), and {@code
 * StrictMath} keeps the errors its documentation states: 1 ulp for exp, log, log1p, sin and cos,
 * 2.5 ulp for sinh, cosh and tanh. Results of the former three are widened to twice, those of the
 * latter to 4 ulp.
 */
package org.flowproof.enclose.interval;
