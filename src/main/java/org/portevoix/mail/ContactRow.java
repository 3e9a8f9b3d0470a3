package org.portevoix.mail;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A contact, its address sealed. */
@MappedEntity("contact")
record ContactRow(@Id byte[] receiptHash, Contact.Kind kind, byte[] address, String language) {}
