package org.portevoix.event;

import jakarta.inject.Singleton;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.portevoix.contract.OpenData;
import org.portevoix.contract.Visit;
import org.portevoix.language.Calendar;
import org.portevoix.language.Messages;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;

/** The agenda as feed readers follow it (RFC 4287): an entry a session, soonest first. */
@Singleton
class AgendaAtom {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Texts texts;
    private final Messages messages;
    private final Calendar calendar;
    private final OpenData openData;
    private final Clock clock;

    AgendaAtom(Texts texts, Messages messages, Calendar calendar, OpenData openData, Clock clock) {
        this.texts = texts;
        this.messages = messages;
        this.calendar = calendar;
        this.openData = openData;
        this.clock = clock;
    }

    /** @param sessions none of a sensitive event */
    String of(Visit visit, AgendaFilter filter, List<EventSession> sessions) {
        TextsRead read = texts.read(
                visit.lang(),
                sessions.stream()
                        .flatMap(
                                session -> Stream.of(session.titleText(), session.summaryText(), session.placeText())));
        StringWriter written = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(written);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", visit.lang());
            String name = messages.say(
                    visit.lang(),
                    "event.feed.name",
                    Map.of("town", visit.contract().territoryName()));
            String self = openData.url(visit.address("/agenda.atom" + filter.suffix()));
            element(xml, "title", name);
            element(xml, "id", id(visit, "agenda" + filter.suffix()));
            element(xml, "updated", when(latest(sessions)));
            link(xml, "self", self);
            link(xml, "alternate", openData.url(visit.address("/agenda" + filter.suffix())));
            xml.writeStartElement("author");
            element(xml, "name", visit.contract().territoryName());
            xml.writeEndElement();
            for (EventSession session : sessions) {
                entry(xml, visit, session, read);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return written.toString();
    }

    private void entry(XMLStreamWriter xml, Visit visit, EventSession session, TextsRead read)
            throws XMLStreamException {
        Translated title = read.get(session.titleText());
        String state =
                session.isOn() ? "" : messages.say(visit.lang(), "event.state." + session.sessionState()) + " · ";
        String day = calendar.day(visit.lang(), session.day());
        String hours = calendar.hours(visit.lang(), session.startsAt(), session.endsAt(), visit.zone());
        xml.writeStartElement("entry");
        xml.writeAttribute("xml:lang", title.language());
        element(xml, "title", state + title.body() + " · " + day);
        element(xml, "id", id(visit, session.slug() + "/" + session.day()));
        element(xml, "updated", when(session.changedAt()));
        link(xml, "alternate", openData.url(visit.address(session.path())));
        element(
                xml,
                "summary",
                day + messages.say(visit.lang(), "web.list.comma") + " " + hours + "\n"
                        + read.get(session.placeText()).body() + "\n\n"
                        + read.get(session.summaryText()).body());
        xml.writeEndElement();
    }

    /** Never changes, whatever the site's address: RFC 4287, 4.2.6. */
    private static String id(Visit visit, String what) {
        return "urn:porte-voix:" + visit.lang() + ":" + visit.contract().slug() + ":"
                + URI.create("/")
                        .resolve(what.replace("?", "/").replace("&", "/"))
                        .getRawPath()
                        .substring(1);
    }

    private Instant latest(List<EventSession> sessions) {
        return sessions.stream()
                .map(EventSession::changedAt)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.DAYS));
    }

    private static String when(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    /** Without the control characters that XML 1.0 can't hold. */
    private static String legal(String text) {
        return text.replaceAll("[^\\u0009\\u000a\\u000d\\u0020-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]", "");
    }
}
