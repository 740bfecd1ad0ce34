/** Integrators, trajectories and the observables read from them. */
package org.flowproof.flow;
