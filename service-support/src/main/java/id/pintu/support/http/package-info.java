/** HTTP API: commands from requests, problem details (RFC 9457), and checks of parameters. */
@NullMarked
package id.pintu.support.http;

import org.jspecify.annotations.NullMarked;
