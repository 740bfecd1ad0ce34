/**
 * The early-alignment theorem (Boursier and Flammarion, Early alignment, Theorem 1) held against a
 * run neuron by neuron: its hypotheses on the problem, the weights up to the end of the phase, and
 * where each neuron points at that time.
 */
package org.flowproof.check.alignment;
