/** Claims, derivations, and the kernel that alone can call a claim proved. */
package org.flowproof.proof;
