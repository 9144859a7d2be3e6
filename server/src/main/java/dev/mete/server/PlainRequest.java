package dev.mete.server;

import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Tells the requests that ask for nothing special and can be answered from their bodies alone. Where in doubt it says no. Thread-safe. */
final class PlainRequest {
    private static final Set<String> TYPES = Set.of(
            Route.JSON,
            Route.JSON + ";charset=utf-8",
            Route.JSON + ";charset=UTF-8",
            Route.JSON + "; charset=utf-8",
            Route.JSON + "; charset=UTF-8");

    /** What clients send that take JSON, among other things. */
    private static final Set<String> ACCEPTED =
            Set.of(Route.JSON, "*/*", Route.JSON + ", */*", Route.JSON + ", text/plain, */*");

    private static final String OTHER_METHOD = "X-HTTP-Method-Override";

    private final @Nullable BearerToken token;

    /**
     * Tells the plain requests of those who may ask.
     *
     * @param token what callers have to know; null where anyone may ask
     */
    PlainRequest(@Nullable BearerToken token) {
        this.token = token;
    }

    /** Whether a request posts JSON of a usual size, and may. */
    boolean isPlain(Request request) {
        if (!request.getMethod().equals("POST") || request.getLength() > HotExchange.LARGEST_BODY) {
            return false;
        }
        int types = 0;
        boolean mayAsk = token == null;
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue();
            if (value == null || !isPlain(field, value)) {
                return false;
            }
            if (field.getHeader() == HttpHeader.CONTENT_TYPE) {
                types++;
            } else if (field.getHeader() == HttpHeader.AUTHORIZATION) {
                mayAsk = true;
            }
        }
        return types == 1 && mayAsk;
    }

    private boolean isPlain(HttpField field, String value) {
        return switch (field.getHeader()) {
            case null -> !field.getName().equalsIgnoreCase(OTHER_METHOD);
            case CONTENT_TYPE -> TYPES.contains(value);
            case ACCEPT -> ACCEPTED.contains(value);
            case TRANSFER_ENCODING -> value.equals("chunked");
            case AUTHORIZATION -> token == null || token.isIn(value);
            case CONTENT_ENCODING, COOKIE, EXPECT, SEC_WEBSOCKET_VERSION, UPGRADE -> false;
            default -> true;
        };
    }
}
