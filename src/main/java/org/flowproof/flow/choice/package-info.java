/** Which integrator computes the trajectory of a problem, and why that one. */
package org.flowproof.flow.choice;
