"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
var helper = require("./helper");
helper.startRecord({});
