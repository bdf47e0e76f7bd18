package org.mcpstrata.model;

/** Domains of health-related social needs that people are screened for (stratification.md 1.1). */
public enum SocialNeed {
    FOOD,
    HOUSING,
    UTILITIES,
    TRANSPORT,
    SAFETY
}
