/** Generators of random problems for property tests; public, usable by others. */
package org.flowproof.falsify;
