/** The program as a user meets it: commands, answers, errors, documents. */
@NullMarked
package org.fenceline.cli;

import org.jspecify.annotations.NullMarked;
