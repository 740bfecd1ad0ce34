/** Whether a run recovers a single-neuron target: where it is at a time, and where it tends to. */
package org.flowproof.check.recovery;
