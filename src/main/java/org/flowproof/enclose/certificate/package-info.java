/**
 * Writes what a tube rests on as a file that another program can check: format 3, described in
 * docs/certificate.md. ASCII, one record a line, words separated by one space, every number that is
 * not a count a hexadecimal double, and at the end the SHA-256 of everything before.
 *
 * <pre>
 * flowproof-certificate 3
 * problem m n d alpha loss multiplier divisor trained coupling
 * sample x_1 .. x_d y                         n times
 * neuron w_1 .. w_d a                         m times
 * step length degree norms                    once for each step, and then:
 * norm weight_1 .. weight_m                   norms times
 * kink sample added factor                    before some of the next lines
 * path sides radius coefficients              m times
 * claim end radius
 * sha256 hexadecimal digest
 * </pre>
 *
 * Weights are 0 for neurons that a norm does not bound. Where only the first layer is trained,
 * {@code a} has no coefficients.
 */
package org.flowproof.enclose.certificate;
