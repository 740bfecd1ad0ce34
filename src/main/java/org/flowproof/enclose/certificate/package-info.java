/**
 * Writes what a tube rests on as a file that another program can check: format 1, described in
 * docs/certificate.md. ASCII, one record a line, words separated by one space, every number that is
 * not a count a hexadecimal double, and at the end the SHA-256 of everything before.
 *
 * <pre>
 * flowproof-certificate 1
 * problem m n d alpha loss factor trained
 * sample y x_1 .. x_d                                  n times
 * neuron a w_1 .. w_d                                  m times
 * step length degree norms kicks                       once for each step, and then:
 * sides one word of + - 0 for each neuron
 * before block together number_1 .. number_m           norms times
 * kick neuron sample before speed push factor drift    kicks times, counted from 0
 * path a's coefficients, then those of w_1 .. w_d      m times
 * tube radius_1 .. radius_m
 * after block together number_1 .. number_m            norms times
 * claim steps end radius
 * sha256 hexadecimal digest
 * </pre>
 *
 * A block is a word of 0 and 1; the number of a neuron inside is its weight, outside its bound.
 */
package org.flowproof.enclose.certificate;
