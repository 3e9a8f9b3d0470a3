package org.portevoix.mail;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.email.Email;
import io.micronaut.email.javamail.composer.DefaultMessageComposer;
import io.micronaut.email.javamail.composer.MessageComposer;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** As Micronaut composes it, but for the Message-ID: a letter keeps its own, so that the same one twice is known as one. */
@Singleton
@Replaces(DefaultMessageComposer.class)
class LetterComposer implements MessageComposer {

    static final String ID = "Message-ID";

    private final DefaultMessageComposer composer = new DefaultMessageComposer();

    @Override
    public Message compose(Email email, Session session) throws MessagingException {
        MimeMessage composed = (MimeMessage) composer.compose(email, session);
        composed.saveChanges();
        composed.removeHeader(ID);
        return new Kept(composed);
    }

    /** Keeps the Message-ID that it was given. */
    private static final class Kept extends MimeMessage {

        Kept(MimeMessage composed) throws MessagingException {
            super(composed);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            if (getHeader(ID) == null) {
                super.updateMessageID();
            }
        }
    }
}
