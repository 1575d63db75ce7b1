/**
 * What a person or system may do: the check of every command, of every grant and of every login.
 * What a person may see is in visibility/; limits of what is asked for are in hardening/.
 * Begin at CommandRules, which names the guard of each kind of command.
 */
@NullMarked
package vn.outreach.engine.guard;

import org.jspecify.annotations.NullMarked;
