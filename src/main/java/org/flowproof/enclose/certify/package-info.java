/**
 * Proves step by step that the flow stays in a tube around a path. Trusts nothing about the path.
 */
package org.flowproof.enclose.certify;
