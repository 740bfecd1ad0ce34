/** The target set of a single neuron: its branches, and what given inputs say of them. */
package org.flowproof.check.branches;
