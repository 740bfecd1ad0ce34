/**
 * The structured integrator: macro steps on the residuals, every neuron alone in between. Only
 * {@link org.flowproof.flow.structured.StructuredIntegrator} is for use from outside.
 */
package org.flowproof.flow.structured;
