package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskQueueKind;
import id.pintu.portal.desk.OfficerToken;
import java.util.Locale;

/** What every request to the desk's page has in common. */
record DeskPageRequest(DeskQueueKind queue, OfficerToken token, Locale locale) {}
