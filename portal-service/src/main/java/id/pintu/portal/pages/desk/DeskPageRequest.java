package id.pintu.portal.pages.desk;

import id.pintu.portal.desk.DeskAccessKey;
import id.pintu.portal.desk.DeskQueueKind;
import java.util.Locale;

/** What every request to the desk's page has in common. */
record DeskPageRequest(DeskQueueKind queue, DeskAccessKey key, Locale locale) {}
