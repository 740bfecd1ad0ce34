/** Reading a run while it goes on: output times, states as a trajectory, checkpoints. */
package org.flowproof.flow.stream;
