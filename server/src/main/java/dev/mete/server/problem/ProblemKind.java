package dev.mete.server.problem;

/** What kinds of problems there are, each with its HTTP status and a title that never changes. */
public enum ProblemKind {
    MALFORMED_JSON("malformed-json", 400, "the body is not valid JSON"),
    NOT_UTF_8("not-utf-8", 400, "the body is not UTF-8"),
    BAD_PARAMETER("bad-parameter", 400, "a parameter of the address cannot be used"),
    BAD_REQUEST("bad-request", 400, "the request is not valid HTTP"),
    UNAUTHORIZED("unauthorized", 401, "a bearer token is needed"),
    UNKNOWN_POLICY("unknown-policy", 404, "there is no such policy"),
    NO_DEFAULT_POLICY("no-default-policy", 404, "there is no default policy"),
    UNKNOWN_PATH("unknown-path", 404, "there is nothing at this address"),
    WRONG_METHOD("wrong-method", 405, "this address does not take this method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "no form of the answer is acceptable"),
    TOO_SLOW("too-slow", 408, "the body did not come in time"),
    TOO_LARGE("too-large", 413, "the body is too large"),
    WRONG_CONTENT_TYPE("wrong-content-type", 415, "the body is of a type that this address does not take"),
    REQUEST_REFUSED("request-refused", 422, "the request does not fit"),
    NO_MODEL("no-model", 422, "no model of the policy can take the task"),
    POLICY_FAULT("policy-fault", 500, "the policy failed to decide"),
    INTERNAL("internal", 500, "the service failed"),
    NO_GOOD_REVISION("no-good-revision", 503, "the policy has not been loaded"),
    NO_CATALOG("no-catalog", 503, "the model catalog has not been loaded");

    private final String slug;
    private final int status;
    private final String title;

    ProblemKind(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** The kind in a word for addresses. */
    public String slug() {
        return slug;
    }

    /** The URI reference that names the kind: its place on the service's own page of documentation. */
    public String type() {
        return "/docs#" + slug;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The kind in words. */
    public String title() {
        return title;
    }
}
