package org.portevoix.mail;

import io.micronaut.email.Email;
import io.micronaut.email.EmailException;
import io.micronaut.email.EmailSender;
import io.micronaut.email.MultipartBody;
import jakarta.inject.Singleton;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.IDN;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Gives one message to the mail server, and says why not when it could not. */
@Singleton
class Sending {

    /** Letters, digits and marks, one @: nothing that could end a header or name a second recipient. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ENHANCED = Pattern.compile("^\\s*\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b");

    /** What servers without enhanced codes say when it is the site that they refuse. */
    private static final Pattern OF_THE_SITE =
            Pattern.compile("relay|authent|polic|spam|block|denied|sender", Pattern.CASE_INSENSITIVE);

    private final EmailSender<Message, Void> sender;

    Sending(EmailSender<Message, Void> sender) {
        this.sender = sender;
    }

    /** @param id the left part and the right of its Message-ID; empty when it left */
    Optional<Failure> send(String to, String language, LetterWords.Written letter, String id) {
        Optional<String> address = address(to);
        if (address.isEmpty()) {
            return Optional.of(Failure.ADDRESS);
        }
        try {
            sender.send(
                    Email.builder()
                            .to(address.get())
                            .subject(letter.subject())
                            .body(new MultipartBody(letter.html(), letter.text())),
                    message -> mark(message, language, id));
            return Optional.empty();
        } catch (EmailException e) {
            return Optional.of(failure(e));
        }
    }

    /** As the server takes it: a domain in another script becomes ASCII (RFC 5891). Empty when it is no address. */
    static Optional<String> address(String to) {
        int at = to.lastIndexOf('@');
        if (at < 1 || to.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        try {
            String ascii = to.substring(0, at + 1) + IDN.toASCII(to.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            return ADDRESS.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void mark(Message message, String language, String id) {
        try {
            message.setHeader(LetterComposer.ID, "<" + id + ">");
            message.setHeader("Content-Language", language);
            // No answer by a machine to a machine (RFC 3834, 5).
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException e) {
            throw new EmailException(e);
        }
    }

    /** The gravest of what the server said, from the whole chain of what it threw. */
    static Failure failure(Throwable thrown) {
        Failure found = Failure.OTHER;
        Throwable one = thrown;
        while (one != null) {
            Failure kind = kind(one);
            // A connection that can't be made has an IOException as its cause.
            if (kind != Failure.OTHER && !(kind == Failure.BROKEN_OFF && found != Failure.OTHER)) {
                found = kind;
            }
            Throwable next = one instanceof MessagingException mail && mail.getNextException() != null
                    ? mail.getNextException()
                    : one.getCause();
            one = next == one ? null : next;
        }
        return found;
    }

    private static Failure kind(Throwable one) {
        return switch (one) {
            case AuthenticationFailedException login -> Failure.LOGIN;
            case SMTPSenderFailedException sender -> sender.getReturnCode() < 500 ? Failure.LATER : Failure.SENDER;
            case SMTPAddressFailedException address -> ofAddress(address.getReturnCode(), said(address));
            case SMTPSendFailedException send -> ofMessage(send.getReturnCode(), said(send));
            case MailConnectException connect -> Failure.NO_ANSWER;
            case UnknownHostException unknown -> Failure.NO_ANSWER;
            case IOException broken -> Failure.BROKEN_OFF;
            default -> Failure.OTHER;
        };
    }

    /**
     * For ever only when the mailbox is the reason: a server that does not let this site send to anybody answers 5xx too, and
     * its letters are not lost (enhanced codes: RFC 3463).
     */
    private static Failure ofAddress(int code, String said) {
        if (code < 500) {
            return Failure.LATER;
        }
        Optional<String> enhanced =
                ENHANCED.matcher(said).results().map(match -> match.group(1)).findFirst();
        if (enhanced.isPresent()) {
            return enhanced.get().startsWith("5.1.") && !enhanced.get().matches("5\\.1\\.[78]")
                            || enhanced.get().equals("5.2.1")
                    ? Failure.REFUSED
                    : Failure.SENDER;
        }
        boolean isOfMailboxes = code == 550 || code == 551 || code == 553 || code == 501;
        return isOfMailboxes && !OF_THE_SITE.matcher(said).find() ? Failure.REFUSED : Failure.SENDER;
    }

    private static Failure ofMessage(int code, String said) {
        if (code < 500) {
            return code < 0 ? Failure.BROKEN_OFF : Failure.LATER;
        }
        return ENHANCED.matcher(said).results().anyMatch(match -> match.group(1).startsWith("5.1.1"))
                ? Failure.REFUSED
                : Failure.SENDER;
    }

    private static String said(MessagingException e) {
        return e.getMessage() == null ? "" : e.getMessage();
    }
}
