/**
 * Writes what a tube rests on as a file that another program can check: format 2, described in
 * docs/certificate.md. ASCII, one record a line, words separated by one space, every number that is
 * not a count a hexadecimal double, and at the end the SHA-256 of everything before.
 *
 * <pre>
 * flowproof-certificate 2
 * problem m n d alpha loss multiplier divisor trained coupling
 * sample x_1 .. x_d y                         n times
 * neuron w_1 .. w_d a                         m times
 * step length degree norms kinks              once for each step, and then:
 * sides one word of + - 0 for each neuron
 * norm weight_1 .. weight_m                   norms times
 * kink neuron sample before speed factor      kinks times, counted from 0
 * path coefficients of w_1 .. w_d a           m times
 * tube radius_1 .. radius_m
 * claim end radius
 * sha256 hexadecimal digest
 * </pre>
 *
 * Weights are 0 for neurons that a norm does not bound. Where only the first layer is trained,
 * {@code a} has no coefficients.
 */
package org.flowproof.enclose.certificate;
