package org.mcpstrata.evaluate;
