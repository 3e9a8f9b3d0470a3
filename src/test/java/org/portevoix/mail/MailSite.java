package org.portevoix.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portevoix.PassingClock;
import org.portevoix.TestDatabase;

/** A site that sends to a mail server of its own on this machine, at the rounds that a test asks for. */
public final class MailSite implements AutoCloseable {

    /** Opens transactions for tests, since letters are written in one. */
    @Singleton
    static class Writing {
        private final Outbox outbox;
        private final Contacts contacts;

        Writing(Outbox outbox, Contacts contacts) {
            this.outbox = outbox;
            this.contacts = contacts;
        }

        @Transactional
        void write(List<Letter> letters) {
            letters.forEach(outbox::write);
        }

        @Transactional
        void withdraw(byte[] receiptHash) {
            contacts.erase(receiptHash);
        }
    }

    private final ApplicationContext site;

    private MailSite(Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(TestDatabase.properties());
        properties.put("portevoix.passing-clock", true);
        properties.put("portevoix.mail.first", "10h");
        properties.putAll(settings);
        site = ApplicationContext.run(properties, "test");
    }

    public static MailSite of(int port) {
        return new MailSite(Map.of(
                "portevoix.url", "https://sante.ville.example/",
                "javamail.properties.mail.smtp.host", "127.0.0.1",
                "javamail.properties.mail.smtp.port", Integer.toString(port),
                "micronaut.email.from.email", "ne-pas-repondre@ville.example",
                "micronaut.email.from.name", "Santé à Ville"));
    }

    static MailSite withoutSettings() {
        return new MailSite(Map.of());
    }

    public void round() {
        site.getBean(Delivery.class).round();
    }

    void write(Letter... letters) {
        site.getBean(Writing.class).write(List.of(letters));
    }

    void withdraw(byte[] receiptHash) {
        site.getBean(Writing.class).withdraw(receiptHash);
    }

    public void pass(Duration time) {
        site.getBean(PassingClock.class).pass(time);
    }

    public <T> T bean(Class<T> type) {
        return site.getBean(type);
    }

    /** Letters that other tests wrote stay where they are. */
    public static void leaveThoseOfOthers() throws SQLException {
        try (Connection connection = TestDatabase.ownerConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE letter SET state = 'DROPPED', ended_at = written_at WHERE state = 'WAITING'");
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public static GreenMail server(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    public static List<MimeMessage> received(GreenMail server) {
        return Arrays.asList(server.getReceivedMessages());
    }

    @Override
    public void close() {
        site.close();
    }
}
